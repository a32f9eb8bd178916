/** Teams around the page: whose language and theme it follows, and who vouches for the person. */
import { app, authentication } from '@microsoft/teams-js';
import { type Appearance, languageOf, localFrames, themeOf } from './appearance.ts';

export type Host = Appearance & {
  /** The page that a link named, such as `now`. */
  readonly subPage: string | undefined;
  /** Calls `follow` whenever the person changes Teams' theme or language. */
  onChange(follow: (look: Partial<Appearance>) => void): void;
  /** Opens an address as Teams does: a thread of its own in Teams itself. */
  openLink(address: string): void;
  /** Entra's token for our server; fresh each time, Teams keeps it. @throws when Teams gives none. */
  token(): Promise<string>;
};

/** Teams answers at once; a page that is framed by something else would wait for ever. */
const patienceMs = 8000;

/** Finds Teams around the page; undefined when the page stands somewhere else. */
export async function openHost(): Promise<Host | undefined> {
  if (!(await isAnswered(app.initialize(localFrames(window.location))))) return undefined;
  const { app: shown, page } = await app.getContext();
  void app.notifySuccess();
  return {
    language: languageOf(shown.locale),
    theme: themeOf(shown.theme),
    subPage: page.subPageId,
    onChange(follow) {
      app.registerOnThemeChangeHandler((theme) => follow({ theme: themeOf(theme) }));
      document.addEventListener('visibilitychange', () => void followLanguage(follow));
    },
    // a Teams that can't open it says so itself
    openLink: (address) => void app.openLink(address).catch(() => undefined),
    token: () => authentication.getAuthToken(),
  };
}

/** Teams tells of no new language: it is asked when the person comes back to the page. */
async function followLanguage(follow: (look: Partial<Appearance>) => void): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  const { app: shown } = await app.getContext();
  follow({ language: languageOf(shown.locale) });
}

/** Whether it succeeds in time. teams-js tells by failing that there is no Teams. */
function isAnswered(opening: Promise<void>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false));
  const answered = opening.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}
