/** Reads what people do with the app from outside its own chat: a message sent to the line, a search from the writing box. */
import { z } from 'zod';
import type { Stretch } from '../../desk/searching/searching.ts';
import type { Room, Visit } from '../inbound/visit.ts';
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
type Wish = z.infer<typeof shape>;

/** What was typed into the dialog that is being sent. */
export const typedInDialog = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  shape.safeParse(value).data?.data;

export async function onExtension(
  room: Room,
  visit: Visit,
  invoke: ExtensionInvoke,
  value: unknown,
): Promise<ExtensionSaid> {
  const wish: Wish = shape.safeParse(value).data ?? {};
  const { commandId = '' } = wish;
  room.log('info', 'extension', { verb: commandId.slice(0, 40), kind: invoke });
  if (invoke === 'composeExtension/query') {
    const asked = { what: commandId, sought: soughtIn(wish), stretch: stretchIn(wish) };
    return (await onSearch(room, visit, asked)) ?? unknown(visit);
  }
  if (commandId !== 'sendToLine') return unknown(visit);
  if (invoke === 'composeExtension/submitAction') return onMessageTaken(room, visit, wish.data);
  return onMessageDialog(room, visit, messageIn(wish));
}

const unknown = ({ texts }: Visit): ExtensionSaid => ({ say: 'text', text: texts.talk.unknownPress });

/** With `initialRun`, as the search is opened, nothing is sought yet. */
function soughtIn({ parameters = [] }: Wish): string {
  const value = parameters.find(({ name }) => name === 'query')?.value;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}

const stretchIn = ({ queryOptions }: Wish): Stretch => ({
  skip: queryOptions?.skip ?? 0,
  count: queryOptions?.count ?? 25,
});

function messageIn({ messagePayload }: Wish) {
  const { contentType, content = '' } = messagePayload?.body ?? {};
  return {
    id: messagePayload?.id ?? '',
    words: contentType === 'text' ? tidy(content) : textOfHtml(content),
  };
}
