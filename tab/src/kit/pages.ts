/** What a page of the tab is, and what each is given. */
import type { ComponentType } from 'react';
import type { MeView } from '../../../bot/domain/views/tab-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Host } from './host.ts';
import type { Server } from './server.ts';

/** What every page is given. */
export type PageProps = {
  readonly me: MeView;
  readonly texts: TabTexts;
  readonly server: Server;
  readonly openLink: Host['openLink'];
  /** What follows the page's name in the address. */
  readonly rest: readonly string[];
};

export type TabPage = {
  /** In addresses, so that links keep working: never translated, never changed. */
  readonly name: string;
  readonly title: (texts: TabTexts) => string;
  readonly mayOpen: (me: MeView) => boolean;
  readonly load: () => Promise<ComponentType<PageProps>>;
};
