/** What the parts of the form are given. */
import type { TabRecordingTexts } from '../../../bot/domain/locales/tab-recording-texts.ts';
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { RecordingView } from '../../../bot/domain/views/recording-views.ts';
import type { PageProps } from '../pages.ts';

export type Common = Pick<PageProps, 'texts' | 'server'> & {
  readonly view: RecordingView;
  readonly say: TabRecordingTexts;
};

export type FieldsProps = Common & {
  readonly contact: OtherContact;
  readonly onChange: (contact: OtherContact) => void;
};
