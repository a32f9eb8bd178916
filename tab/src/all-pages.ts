/** The pages of the tab: who may open each, and how it is fetched when it is opened. */
import type { MeView } from '../../bot/domain/views/tab-views.ts';
import type { TabPage } from './kit/pages.ts';

const worksOnTheLine = (me: MeView) => me.supervisor || me.advisorIn.length > 0;

/** In the order in which they are shown; the first that one may open is where one starts. */
const pages: readonly TabPage[] = [
  {
    name: 'now',
    title: ({ now }) => now.title,
    mayOpen: worksOnTheLine,
    load: async () => (await import('./now/now-page.tsx')).NowPage,
  },
  {
    name: 'start',
    title: ({ pages }) => pages.start,
    mayOpen: () => true,
    load: async () => (await import('./start/start-page.tsx')).StartPage,
  },
  {
    name: 'instructions',
    title: ({ pages }) => pages.instructions,
    mayOpen: () => true,
    load: async () => (await import('./instructions/instructions-page.tsx')).InstructionsPage,
  },
  {
    name: 'tallies',
    title: ({ pages }) => pages.tallies,
    mayOpen: () => true,
    load: async () => (await import('./tallies/tallies-page.tsx')).TalliesPage,
  },
  {
    name: 'recording',
    title: ({ pages }) => pages.recording,
    mayOpen: worksOnTheLine,
    load: async () => (await import('./recording/recording-page.tsx')).RecordingPage,
  },
  {
    name: 'settings',
    title: ({ settings }) => settings.title,
    mayOpen: (me) => me.supervisor,
    load: async () => (await import('./settings/settings-page.tsx')).SettingsPage,
  },
];

export const pagesFor = (me: MeView): readonly TabPage[] => pages.filter(({ mayOpen }) => mayOpen(me));
