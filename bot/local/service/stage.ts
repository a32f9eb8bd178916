/** Everything a running stand-in Teams is made of, handed to each of its parts. */

import type { ActivityDelivery, Call, Ignored } from './calls.ts';
import type { Faults } from './faults.ts';
import type { Keys } from './keys.ts';
import type { Rates } from './limits.ts';
import type { Home, Json, TeamsCard, World } from './world.ts';

export interface TabOptions {
  readonly clientId: string;
  /** Where the page is, as Teams would open it; settable later. */
  readonly url?: string;
  readonly name?: string;
}

/** How long Teams waits for the bot, in milliseconds. */
export interface Patience {
  /** For a message or an event, before it is delivered again. */
  readonly message: number;
  /** For a card press or a dialog, each of three times. */
  readonly invoke: number;
}

export interface TeamsDialog {
  readonly title: string;
  readonly card?: TeamsCard;
  /** Set instead of a card when the dialog is a page. */
  readonly url?: string;
  readonly height?: number | string;
  readonly width?: number | string;
  /** The message whose button, or whose menu, opened it. */
  readonly message: string;
  /** Set when it was opened from a message's menu: what Teams sends along again. */
  readonly taken?: Json;
  readonly place: string;
  readonly thread?: string;
}

export interface Stage {
  readonly home: Home;
  readonly botName: string;
  readonly tab: { clientId: string; url: string | undefined; name: string };
  readonly timezone: string;
  readonly readsAllMessages: boolean;
  readonly world: World;
  readonly keys: Keys;
  readonly rates: Rates;
  readonly faults: Faults;
  readonly patience: Patience;
  readonly identityHeader: string;
  readonly now: () => number;
  readonly calls: Call[];
  readonly deliveries: ActivityDelivery[];
  readonly ignored: Ignored[];
  /** The dialog each person has open. */
  readonly dialogs: Map<string, TeamsDialog>;
  /** Deliveries under way. */
  readonly inFlight: Set<Promise<unknown>>;
  readonly tokenForBot: (serviceUrl: string) => Promise<string>;
  readonly isBotToken: (bearer: string | undefined) => Promise<boolean>;
  /** The server's own address, without a slash at its end. */
  url: string;
  botEndpoint: string | undefined;
  /** To be called after every change of the world. */
  readonly changed: () => void;
}

/** Where the bot reaches the connector; ends in a slash, as Teams' own do. */
export function serviceUrlOf({ url, home }: Pick<Stage, 'url' | 'home'>): string {
  return `${url}/emea/${home.tenantId}/`;
}

export function tabIssuerOf({ url, home }: Pick<Stage, 'url' | 'home'>): string {
  return `${url}/tab/${home.tenantId}/v2.0`;
}
