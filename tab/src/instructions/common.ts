/** What every part of the instructions is given, and where they stand in the address. */
import type { InstructionTexts } from '../../../bot/words/tab/instructions-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { goTo, hrefOf } from '../kit/route.ts';

export type InstructionProps = Pick<PageProps, 'me' | 'texts' | 'server'> & {
  readonly say: InstructionTexts;
};

/** The page's name is also in links that have been posted (citing.ts): it never changes. */
export const hrefTo = (...rest: readonly (string | number)[]) => hrefOf('instructions', ...rest.map(String));

export const goToInstructions = (...rest: readonly (string | number)[]) => goTo(hrefTo(...rest));

/** Where the server has a page. */
export const pathOf = (id: string, part = '') => `/library/pages/${encodeURIComponent(id)}${part}`;
