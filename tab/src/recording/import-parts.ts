/** What the parts of an import's page are given. */

import type { Mapping } from '../../../bot/domain/tally/contact-import.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import type { Common } from './fields.ts';
import type { Checked } from './import-state.ts';

export type PartProps = Common & {
  readonly words: ImportTexts;
  readonly checked: Checked;
  /** The rows are being checked anew. */
  readonly busy: boolean;
  readonly onChange: (mapping: Mapping) => void;
};
