/** The page alive: finds Teams, follows its theme, and keeps what is seen fresh. */
import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Language } from '../../bot/domain/county.ts';
import { tabTextsFor } from '../../bot/domain/locales/tab-texts.ts';
import type { MeView, SummaryView } from '../../bot/domain/tab-views.ts';
import { ask } from './ask.ts';
import type { Host, Theme } from './host.ts';
import { Outside, Page, type Seen } from './page.tsx';
import type { Remote } from './remote.ts';
import { useStyles } from './styles.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** `host` is undefined outside Teams; then `language` is the browser's. */
export function App({ host, language }: { readonly host: Host | undefined; readonly language: Language }) {
  const [theme, setTheme] = useState<Theme>(host?.theme ?? 'default');
  useEffect(() => host?.onTheme(setTheme), [host]);
  const texts = tabTextsFor(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.page;
  }, [language, texts]);
  return (
    <Framed theme={theme}>
      {host ? <Line host={host} language={language} /> : <Outside texts={texts} />}
    </Framed>
  );
}

export function Framed({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[theme]} className={styles.provider}>
      {children}
    </FluentProvider>
  );
}

function Line({ host, language }: { readonly host: Host; readonly language: Language }) {
  const [seen, setSeen] = useState<Remote<Seen>>({ state: 'loading' });
  const look = useCallback(async () => setSeen(await see(host)), [host]);
  useEffect(() => {
    void look();
    const lookAgain = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', lookAgain);
    return () => document.removeEventListener('visibilitychange', lookAgain);
  }, [look]);
  return <Page seen={seen} texts={tabTextsFor(language)} onRefresh={() => void look()} />;
}

/** All that the page shows, asked at once. */
export async function see({ token }: Pick<Host, 'token'>): Promise<Remote<Seen>> {
  const [me, summary] = await Promise.all([
    ask<MeView>('/me', { token }),
    ask<SummaryView>('/summary', { token }),
  ]);
  if (me.state !== 'ready') return me;
  if (summary.state !== 'ready') return summary;
  return { state: 'ready', value: { me: me.value, summary: summary.value } };
}
