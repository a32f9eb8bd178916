/** The dialogs that are only read: the client's sealed details, and the text for the client system. */
import type { Utterance } from '../../../domain/case/case.ts';
import { type Element, heading, remark } from '../../elements/elements.ts';
import { textBox } from '../../elements/inputs.ts';
import { type CardContext, utteranceElements } from '../../wording/case-words.ts';
import { withLinks } from '../../wording/cited-words.ts';
import { detailsElements } from '../client-details.ts';
import { clientSystemText } from '../client-text.ts';
import type { DialogContext, DialogForm } from './sheet.ts';

export function showClient({ context, wish }: DialogContext): DialogForm {
  const say = context.texts.advisor.dialog;
  return {
    body: [heading(say.details), remark(say.detailsLogged), ...detailsElements(context, wish.details ?? [])],
  };
}

/** A box and not a paragraph: on every client its whole text can be selected with two keys. */
export function copyText({ context, one, wish }: DialogContext): DialogForm {
  const say = context.texts.advisor.dialog;
  const said = wish.said ?? one.said;
  const value = clientSystemText(one, said, context.county);
  const box = textBox({ id: 'copy', label: say.copyText, lines: 'many', value });
  return { body: [...readable(context, said), remark(say.copyNote), box] };
}

/** What a person reads before copying: the latest of it, for the box below holds all. */
const readableSigns = 8000;

function readable(context: CardContext, said: readonly Utterance[]): Element[] {
  let room = readableSigns;
  const latest = said.toReversed().filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
  return latest.toReversed().flatMap((one) => utteranceElements(context, one, withLinks(one.text)));
}
