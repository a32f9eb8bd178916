/** The frame of every page: who is looking, the way from page to page, and the page itself, fetched when opened. */
import { Badge, mergeClasses, Text } from '@fluentui/react-components';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { MeView } from '../../bot/domain/views/tab-views.ts';
import type { TabTexts } from '../../bot/words/tab/tab-texts.ts';
import { pagesFor } from './all-pages.ts';
import { useArrival, useHeardAgain } from './kit/arrival.ts';
import type { PageProps, TabPage } from './kit/pages.ts';
import type { Remote } from './kit/remote.ts';
import { hrefOf, readRoute, useHash } from './kit/route.ts';
import { Shown } from './kit/states.tsx';
import { useStyles } from './kit/styles.ts';

type ShellProps = { readonly me: MeView; readonly texts: TabTexts };

export function Shell(props: Omit<PageProps, 'rest'>) {
  const { me, texts } = props;
  const styles = useStyles();
  const address = useHash();
  useHeardAgain(address);
  const { page: name, rest } = readRoute(address);
  const pages = pagesFor(me);
  const page = pages.find((one) => one.name === name) ?? pages[0];
  const main = useArrival<HTMLElement>(page?.name);
  useEffect(() => {
    document.title = page ? `${page.title(texts)} – ${texts.page}` : texts.page;
  }, [page, texts]);
  return (
    <>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <Top me={me} texts={texts} />
      {page && <Ways pages={pages} open={page} texts={texts} />}
      <main ref={main} id="main" tabIndex={-1} className={styles.main} aria-label={page?.title(texts)}>
        {page && <Opened key={page.name} page={page} {...props} rest={page.name === name ? rest : []} />}
      </main>
    </>
  );
}

function Top({ me, texts }: ShellProps) {
  const styles = useStyles();
  const regions = me.advisorIn.map(({ name }) => name[texts.language]).join(', ');
  const isEmployee = !me.supervisor && me.advisorIn.length === 0;
  return (
    <header className={mergeClasses(styles.band, styles.top)}>
      <div className={styles.line}>
        <Text weight="semibold" size={400}>
          {me.line[texts.language]}
        </Text>
        <Text className={styles.quiet}>{me.county[texts.language]}</Text>
      </div>
      <div className={styles.line}>
        <Text weight="semibold">{me.name}</Text>
        {me.supervisor && <Badge appearance="tint">{texts.you.supervisor}</Badge>}
        {regions && <Badge appearance="tint">{texts.you.advisor}</Badge>}
        {regions && <Text className={styles.quiet}>{regions}</Text>}
        {isEmployee && (
          <Badge appearance="tint" color="informative">
            {texts.you.employee}
          </Badge>
        )}
      </div>
    </header>
  );
}

function Ways({
  pages,
  open,
  texts,
}: {
  readonly pages: readonly TabPage[];
  readonly open: TabPage;
  readonly texts: TabTexts;
}) {
  const styles = useStyles();
  if (pages.length < 2) return null;
  return (
    <nav className={mergeClasses(styles.band, styles.ways)} aria-label={texts.pages.label}>
      {pages.map((page) => (
        <a
          key={page.name}
          href={hrefOf(page.name)}
          className={mergeClasses(styles.way, page === open && styles.wayOpen)}
          {...(page === open && { 'aria-current': 'page' })}
        >
          {page.title(texts)}
        </a>
      ))}
    </nav>
  );
}

function Opened({ page, ...props }: PageProps & { readonly page: TabPage }) {
  const [remote, setRemote] = useState<Remote<{ readonly Page: ComponentType<PageProps> }>>({
    state: 'loading',
  });
  const load = useCallback(() => {
    setRemote({ state: 'loading' });
    page.load().then(
      (Page) => setRemote({ state: 'ready', value: { Page } }),
      // its file can't be had: no net, or a newer version stands on the server
      () => setRemote({ state: 'failed', failure: 'offline' }),
    );
  }, [page]);
  useEffect(load, [load]);
  return (
    <Shown remote={remote} texts={props.texts} onAgain={load}>
      {({ Page }) => <Page {...props} />}
    </Shown>
  );
}
