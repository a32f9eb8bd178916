/** The whole page as a function of what is known: who is looking, and what the line looks like to them. */
import {
  Badge,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Text,
  Title2,
} from '@fluentui/react-components';
import type { TabTexts } from '../../bot/domain/locales/tab-texts.ts';
import type { MeView, SummaryView } from '../../bot/domain/tab-views.ts';
import { MonthPanel } from './month-panel.tsx';
import { OpenPanel } from './open-panel.tsx';
import type { Failure, Remote } from './remote.ts';
import { useStyles } from './styles.ts';
import { momentText } from './when.ts';

/** Everything that a person sees of the line. */
export type Seen = { readonly me: MeView; readonly summary: SummaryView };
type Common = { readonly texts: TabTexts; readonly onRefresh: () => void };

export function Page({ seen, ...common }: Common & { readonly seen: Remote<Seen> }) {
  switch (seen.state) {
    case 'loading':
      return <Waiting texts={common.texts} />;
    case 'failed':
      return <Failed {...common} failure={seen.failure} />;
    case 'ready':
      return <Ready {...common} {...seen.value} />;
  }
}

function Ready({ me, summary, texts, onRefresh }: Common & Seen) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <header className={mergeClasses(styles.wide, styles.top)}>
        <div>
          <Title2 as="h1" block className={styles.heading}>
            {me.line[texts.language]}
          </Title2>
          <Text className={styles.quiet}>{me.county[texts.language]}</Text>
        </div>
        <Who me={me} texts={texts} />
      </header>
      {summary.regions ? <OpenPanel regions={summary.regions} texts={texts} /> : <HowToAsk texts={texts} />}
      <MonthPanel summary={summary} texts={texts} />
      <footer className={mergeClasses(styles.wide, styles.line)}>
        <Text role="status" className={styles.quiet}>
          {texts.updated(momentText(texts.language, summary.at))}
        </Text>
        <Button size="small" onClick={onRefresh}>
          {texts.refresh}
        </Button>
      </footer>
    </main>
  );
}

function Who({ me, texts }: { readonly me: MeView; readonly texts: TabTexts }) {
  const styles = useStyles();
  const regions = me.advisorIn.map(({ name }) => name[texts.language]).join(', ');
  const isEmployee = !me.supervisor && me.advisorIn.length === 0;
  return (
    <div className={styles.who}>
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
  );
}

/** What the page has for those who ask: the way to the chat. */
function HowToAsk({ texts }: { readonly texts: TabTexts }) {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-labelledby="how-to-ask">
      <Text as="h2" id="how-to-ask" size={500} weight="semibold" className={styles.heading}>
        {texts.employee.heading}
      </Text>
      <Text>{texts.employee.text}</Text>
      <Text className={styles.quiet}>{texts.employee.openChat}</Text>
    </section>
  );
}

function Waiting({ texts }: { readonly texts: TabTexts }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Skeleton className={mergeClasses(styles.wide, styles.skeleton)} aria-label={texts.loading}>
        <SkeletonItem size={32} />
        <SkeletonItem size={96} />
        <SkeletonItem size={128} />
      </Skeleton>
    </main>
  );
}

function Failed({ failure, texts, onRefresh }: Common & { readonly failure: Failure }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <MessageBar intent="error" layout="multiline" className={styles.wide}>
        <MessageBarBody>
          <MessageBarTitle>{texts.failed.heading}</MessageBarTitle>
          {texts.failed[failure]}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onRefresh}>{texts.tryAgain}</Button>
        </MessageBarActions>
      </MessageBar>
    </main>
  );
}

/** The page opened by itself, without Teams around it. */
export function Outside({ texts }: { readonly texts: TabTexts }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <section className={mergeClasses(styles.wide, styles.panel)}>
        <Title2 as="h1" className={styles.heading}>
          {texts.outside.heading}
        </Title2>
        <Text>{texts.outside.text}</Text>
      </section>
    </main>
  );
}
