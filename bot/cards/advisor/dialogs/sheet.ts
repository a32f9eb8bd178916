/** What every dialog on a case is drawn from, and the question that stands above what is answered. */

import type { Case, Person, Utterance } from '../../../domain/case/case.ts';
import type { Refusal } from '../../../domain/case/command.ts';
import type { Details } from '../../../domain/case/details.ts';
import type { Citation } from '../../../domain/instructions/citing.ts';
import type { Day, Moment } from '../../../domain/names.ts';
import { type Element, panel, paragraph, plain, remark } from '../../elements/elements.ts';
import type { CardContext } from '../../wording/case-words.ts';

/** What was typed into a dialog, by input id. */
export type Typed = { readonly [input: string]: string };

/** What a dialog needs besides its case. */
export type DialogWish = {
  /** The county's day: a grant begins today unless told otherwise. */
  readonly today: Day;
  /** Given back when a submit was refused, with `problem` above it: nothing typed is lost. */
  readonly typed?: Typed;
  readonly problem?: Refusal;
  /** Its reader may take the case over, but not read it before. */
  readonly isUnread?: boolean;
  /** For `handOver`: who else may hold the case. */
  readonly colleagues?: readonly Person[];
  /** For `showClient`: the view stands in the audit already. */
  readonly details?: readonly (Details & { readonly at?: Moment })[];
  /** For `copyText`: everything said; without it the last few things. */
  readonly said?: readonly Utterance[];
  /** For `answer`: the instructions that it may cite. */
  readonly citable?: readonly Citation[];
  /** For `grant`: whether the line is open now; some services are granted only then. */
  readonly open?: boolean;
};

/** One dialog about to be drawn. */
export type DialogContext = {
  readonly context: CardContext;
  readonly one: Case;
  readonly wish: DialogWish;
  readonly typed: Typed;
};
/** A dialog's inputs and, unless there is nothing to send, the words on its button. */
export type DialogForm = { readonly body: readonly Element[]; readonly send?: string };

/** What is asked stands above what is answered. */
export function asked({ context, one, wish }: DialogContext): Element[] {
  if (wish.isUnread) return [];
  const latest = one.said.findLast(({ by, kind }) => by === 'asker' && kind === 'reply');
  return [
    panel('emphasis', [
      paragraph(plain(one.question)),
      ...(latest
        ? [remark(`**${context.texts.advisor.dialog.latest}**`), paragraph(plain(latest.text))]
        : []),
    ]),
  ];
}
