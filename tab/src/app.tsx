/** The tab alive: finds Teams, follows its theme and language, and learns who is looking. */
import {
  FluentProvider,
  Title2,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../bot/domain/county.ts';
import type { MeView } from '../../bot/domain/views/tab-views.ts';
import { type TabTexts, tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import type { Appearance, Theme } from './kit/appearance.ts';
import type { Host } from './kit/host.ts';
import { useQuery } from './kit/query.ts';
import { createServer } from './kit/server.ts';
import { Shown } from './kit/states.tsx';
import { useFieldStyles, useStyles } from './kit/styles.ts';
import { Shell } from './shell.tsx';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** `host` is undefined outside Teams; then `language` is the browser's. */
export function App({
  host,
  language: first,
}: {
  readonly host: Host | undefined;
  readonly language: Language;
}) {
  const [{ theme, language }, setLook] = useState<Appearance>({
    theme: host?.theme ?? 'default',
    language: first,
  });
  useEffect(() => host?.onChange((next) => setLook((before) => ({ ...before, ...next }))), [host]);
  const texts = tabTextsFor(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.page;
  }, [language, texts]);
  return (
    <Framed theme={theme}>{host ? <Known host={host} texts={texts} /> : <Outside texts={texts} />}</Framed>
  );
}

export function Framed({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const styles = useStyles();
  useFieldStyles();
  useEffect(() => paintAround(theme), [theme]);
  return (
    <FluentProvider theme={themes[theme]} className={styles.provider}>
      {children}
    </FluentProvider>
  );
}

/** What is not the page's own looks like it: the ground beside a page that a dialog holds still, bars, calendars. */
function paintAround(theme: Theme): void {
  const { style } = document.documentElement;
  style.backgroundColor = themes[theme].colorNeutralBackground3;
  style.colorScheme = theme === 'default' ? 'light' : 'dark';
}

/** Everything begins with who one is: what one may see follows from it. */
function Known({ host, texts }: { readonly host: Host; readonly texts: TabTexts }) {
  const server = useMemo(() => createServer(host), [host]);
  const { remote, again } = useQuery<MeView>(server, '/me');
  const styles = useStyles();
  if (remote.state === 'ready')
    return <Shell me={remote.value} texts={texts} server={server} openLink={host.openLink} />;
  return (
    <main className={styles.main}>
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {() => null}
      </Shown>
    </main>
  );
}

/** The page opened by itself, without Teams around it. */
export function Outside({ texts }: { readonly texts: TabTexts }) {
  const styles = useStyles();
  return (
    <main className={styles.main}>
      <section className={styles.panel}>
        <Title2 as="h1" className={styles.heading}>
          {texts.outside.heading}
        </Title2>
        <p className={styles.text}>{texts.outside.text}</p>
      </section>
    </main>
  );
}
