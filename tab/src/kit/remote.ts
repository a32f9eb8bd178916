/** What has been asked of the server: still under way, here, or failed for a reason the page has words for. */
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';

export type Failure = Exclude<keyof TabTexts['failed'], 'heading'>;

export type Remote<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure };
