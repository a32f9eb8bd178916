/** What Teams says of a person's language and theme, read in our own words. */
import type { Language } from '../../../bot/domain/county.ts';

export type Theme = 'default' | 'dark' | 'contrast';

/** How the page looks and speaks. */
export type Appearance = { readonly language: Language; readonly theme: Theme };

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
