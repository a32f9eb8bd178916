/** What the parts of the opening hours share: their words, their refusals, and the list of what a change does. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { HoursChange } from '../../../../bot/domain/opening-hours/opening-hours.ts';
import type { HoursView } from '../../../../bot/domain/views/hours-views.ts';
import type { TabHoursTexts } from '../../../../bot/words/tab/hours-texts.ts';
import type { PageProps } from '../../kit/pages.ts';
import { Failed } from '../../kit/states.tsx';
import type { Saving } from './saving.ts';
import { changeWords, type HoursWords, noWords } from './words.ts';

export type HoursProps = Pick<PageProps, 'texts' | 'server'> & {
  readonly say: TabHoursTexts;
  readonly view: HoursView;
  /** Reads the hours again. */
  readonly onChanged: () => Promise<void>;
  /** Tells what was done, beside the heading. */
  readonly onDone: (told: string) => void;
};

export const wordsOf = ({ say, texts }: Pick<HoursProps, 'say' | 'texts'>): HoursWords => ({
  say,
  language: texts.language,
});

/** Heard at once; a no that belongs to one field is told there as well. */
export function Why({
  saving: { failure, no },
  say,
  texts,
}: Pick<HoursProps, 'say' | 'texts'> & { readonly saving: Saving }) {
  return (
    <div role="alert">
      {failure && <Failed failure={failure} texts={texts} />}
      {no && (
        <MessageBar intent={no.refused === 'changed-since' ? 'warning' : 'error'} layout="multiline">
          <MessageBarBody>{noWords(wordsOf({ say, texts }), no)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

export function Changes({
  changes,
  words,
}: {
  readonly changes: readonly HoursChange[];
  readonly words: HoursWords;
}) {
  return (
    <ul>
      {changes.map((change) => {
        const told = changeWords(words, change);
        return <li key={told}>{told}</li>;
      })}
    </ul>
  );
}
