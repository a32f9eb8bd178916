/** Teams around the page: whose language and theme it follows, and who vouches for the person. */
import { app, authentication } from '@microsoft/teams-js';
import type { Language } from '../../bot/domain/county.ts';

export type Theme = 'default' | 'dark' | 'contrast';

export type Host = {
  readonly language: Language;
  readonly theme: Theme;
  /** Calls `follow` whenever the person changes Teams' theme. */
  onTheme(follow: (theme: Theme) => void): void;
  /** Entra's token for our server; fresh each time, Teams keeps it. @throws when Teams gives none. */
  token(): Promise<string>;
};

/** Teams answers at once; a page that is framed by something else would wait for ever. */
const patienceMs = 8000;

/** Finds Teams around the page; undefined when the page stands somewhere else. */
export async function openHost(): Promise<Host | undefined> {
  if (!(await isAnswered(app.initialize(localFrames(window.location))))) return undefined;
  const { app: shown } = await app.getContext();
  void app.notifySuccess();
  return {
    language: languageOf(shown.locale),
    theme: themeOf(shown.theme),
    onTheme: (follow) => app.registerOnThemeChangeHandler((theme) => follow(themeOf(theme))),
    token: () => authentication.getAuthToken(),
  };
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

/** On a developer's own machine the page around is no Teams address; elsewhere only Teams is believed. */
export function localFrames({
  hostname,
  ancestorOrigins,
}: Pick<Location, 'hostname' | 'ancestorOrigins'>): string[] {
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  return isLocal ? Array.from(ancestorOrigins ?? []) : [];
}

/** `sv-FI` → sv; a language we don't speak gets English. */
export function languageOf(locale: string | undefined): Language {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'fi' || language === 'sv' ? language : 'en';
}

export function themeOf(theme: string | undefined): Theme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}
