/** Reads what people do with the app from outside its own chat: a message sent to the line, a search from the writing box. */
import { z } from 'zod';
import type { Paging } from '../../desk/searching/searching.ts';
import type { BotPorts, Turn } from '../inbound/turn.ts';
import type { ExtensionInvoke, ExtensionSaid } from './answer.ts';
import { onMessageDialog, onMessageTaken } from './question.ts';
import { onSearch } from './search.ts';
import { textOfHtml, tidy } from './text.ts';

// what can't be read is left out, so that one odd field does not lose the rest
const shape = z.looseObject({
  commandId: z.string().optional().catch(undefined),
  data: z.looseObject({ verb: z.string().optional() }).optional().catch(undefined),
  messagePayload: z
    .looseObject({
      id: z.string().optional().catch(undefined),
      body: z
        .looseObject({
          contentType: z.string().optional().catch(undefined),
          content: z.string().optional().catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  parameters: z
    .array(z.looseObject({ name: z.string(), value: z.unknown() }))
    .optional()
    .catch(undefined),
  queryOptions: z
    .looseObject({ skip: z.number().int().min(0).catch(0), count: z.number().int().min(1).catch(25) })
    .optional()
    .catch(undefined),
});
type ExtensionValue = z.infer<typeof shape>;

/** What was typed into the dialog that is being sent. */
export const typedInDialog = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  shape.safeParse(value).data?.data;

export async function onExtension(
  ports: BotPorts,
  turn: Turn,
  invoke: ExtensionInvoke,
  value: unknown,
): Promise<ExtensionSaid> {
  const wish: ExtensionValue = shape.safeParse(value).data ?? {};
  const { commandId = '' } = wish;
  ports.log('info', 'extension', { verb: commandId.slice(0, 40), kind: invoke });
  if (invoke === 'composeExtension/query') {
    const asked = { what: commandId, sought: soughtIn(wish), stretch: stretchIn(wish) };
    return (await onSearch(ports, turn, asked)) ?? unknown(turn);
  }
  if (commandId !== 'sendToLine') return unknown(turn);
  if (invoke === 'composeExtension/submitAction') return onMessageTaken(ports, turn, wish.data);
  return onMessageDialog(ports, turn, messageIn(wish));
}

const unknown = ({ texts }: Turn): ExtensionSaid => ({ say: 'text', text: texts.talk.unknownPress });

/** With `initialRun`, as the search is opened, nothing is sought yet. */
function soughtIn({ parameters = [] }: ExtensionValue): string {
  const value = parameters.find(({ name }) => name === 'query')?.value;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}

const stretchIn = ({ queryOptions }: ExtensionValue): Paging => ({
  skip: queryOptions?.skip ?? 0,
  count: queryOptions?.count ?? 25,
});

function messageIn({ messagePayload }: ExtensionValue) {
  const { contentType, content = '' } = messagePayload?.body ?? {};
  return {
    id: messagePayload?.id ?? '',
    words: contentType === 'text' ? tidy(content) : textOfHtml(content),
  };
}
