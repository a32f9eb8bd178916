/** What the parts of the form are given. */

import type { RecordingView } from '../../../bot/domain/views/recording-views.ts';
import type { TabRecordingTexts } from '../../../bot/words/tab/recording-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import type { FilledContact } from './entry.ts';

export type RecordingPageProps = Pick<PageProps, 'texts' | 'server'> & {
  readonly view: RecordingView;
  readonly say: TabRecordingTexts;
};

export type FieldsProps = RecordingPageProps & {
  readonly contact: FilledContact;
  readonly onChange: (contact: FilledContact) => void;
};
