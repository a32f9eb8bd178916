/** What the parts of an import's page are given. */

import type { Mapping } from '../../../bot/domain/tally/contact-import.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import type { RecordingPageProps } from './fields.ts';
import type { Checked } from './import-state.ts';

export type ImportPartProps = RecordingPageProps & {
  readonly words: ImportTexts;
  readonly checked: Checked;
  /** The rows are being checked again. */
  readonly busy: boolean;
  readonly onChange: (mapping: Mapping) => void;
};
