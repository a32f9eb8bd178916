/** What the parts of the form are given. */
import type { TabRecordingTexts } from '../../../bot/domain/locales/tab-recording-texts.ts';
import type { RecordingView } from '../../../bot/domain/views/recording-views.ts';
import type { PageProps } from '../pages.ts';
import type { FilledContact } from './entry.ts';

export type Common = Pick<PageProps, 'texts' | 'server'> & {
  readonly view: RecordingView;
  readonly say: TabRecordingTexts;
};

export type FieldsProps = Common & {
  readonly contact: FilledContact;
  readonly onChange: (contact: FilledContact) => void;
};
