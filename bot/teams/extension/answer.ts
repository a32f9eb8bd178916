/** Which invokes are the extension's own, and how Teams is answered to each. */
import type { Activity } from 'botbuilder';
import type { Dialog } from '../../cards/elements/elements.ts';
import type { SearchResult } from '../../cards/extension/results.ts';
import { attachmentOf } from '../client/posts.ts';

/** What Teams shows for it: words, a dialog, or a list of results. */
export type ExtensionSaid =
  | { readonly say: 'text'; readonly text: string }
  | { readonly say: 'dialog'; readonly dialog: Dialog }
  | { readonly say: 'results'; readonly results: readonly SearchResult[] };

const invokes = [
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
] as const;
export type ExtensionInvoke = (typeof invokes)[number];

/** Which of the extension's invokes it is; undefined for all others. */
export const extensionInvoke = ({ type, name }: Partial<Activity>): ExtensionInvoke | undefined =>
  type === 'invoke' ? invokes.find((one) => one === name) : undefined;

/** The body that Teams expects for an answer to that invoke. */
export function extensionAnswer(invoke: ExtensionInvoke, said: ExtensionSaid): object {
  switch (said.say) {
    case 'dialog': {
      const { title, card } = said.dialog;
      const value = { title, width: 'medium', height: 'large', card: attachmentOf(card) };
      return { task: { type: 'continue', value } };
    }
    case 'results':
      return {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: said.results.map(resultAttachment),
        },
      };
    case 'text':
      return invoke === 'composeExtension/query'
        ? { composeExtension: { type: 'message', text: said.text } }
        : { task: { type: 'message', value: said.text } };
  }
}

/** The row in the list is a thumbnail, whose words Teams takes for HTML. */
const resultAttachment = ({ card, title, text }: SearchResult) => ({
  ...attachmentOf(card),
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: asHtml(title), text: asHtml(text) },
  },
});

const asHtml = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
