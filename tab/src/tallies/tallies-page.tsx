/** The months in figures: what is looked at is chosen here, and what the roles allow is drawn below. */
import { Title2 } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { TallyView } from '../../../bot/domain/views/tally-views.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import type { Remote } from '../kit/remote.ts';
import { goTo } from '../kit/route.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { useSectionArrival, WaysWithin } from '../kit/ways-within.tsx';
import { thisMonth } from '../kit/when.ts';
import { addressOf, hrefOfLooking, readLooking, type TallyAddress } from './asking.ts';
import { CasesDialog, type Figure } from './cases-behind.tsx';
import { Choices } from './choices.tsx';
import { CrossTable } from './cross-table.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { MonthTallies } from './month-tallies.tsx';
import { ReportPanel } from './report-panel.tsx';
import { Saving } from './saving.tsx';
import { type Below, sectionsOf } from './sections.ts';
import type { OnLook } from './shown-cell.tsx';
import { type Say, sayIn } from './words.ts';

/** A report's link names its month: `#/tallies/2026-10`. What is chosen stands in the address, for Back and for links. */
export function TalliesPage({ me, texts, server, openLink, rest }: PageProps) {
  const styles = useStyles();
  const say = sayIn(texts.language);
  const [now] = useState(thisMonth);
  const looking = useMemo(() => readLooking(rest, now), [rest, now]);
  const { asking, pair, at } = looking;
  const { remote, again } = useQuery<TallyView>(server, addressOf(asking));
  const seen = useLast(remote);
  const inFull = me.supervisor || me.advisorIn.length > 0;
  const asksShared = asking.shared || !inFull;
  const [behind, look] = useState<{ readonly figure: Figure; readonly open: boolean }>();
  const onLook: OnLook | undefined =
    inFull && !asking.shared ? (within, what) => look({ figure: { within, what }, open: true }) : undefined;
  const go = (next: Partial<TallyAddress>) => goTo(hrefOfLooking({ asking, pair, ...next }));
  const common = { asking, say, texts, server };
  const table = hasTable(seen, asksShared && asking.month === now);
  const report = me.supervisor && asking.month < now && !asking.shared;
  useSectionArrival(at, remote.state !== 'loading');
  return (
    <div className={styles.parts}>
      <Title2 as="h1" className={styles.heading}>
        {say.title}
      </Title2>
      <Choices
        asking={asking}
        thisMonth={now}
        seen={seen}
        say={say}
        inFull={inFull}
        onAsk={(next) => go({ asking: next })}
      />
      <Saving {...common} />
      {seen && <Index view={seen} below={{ table, feedback: inFull, report }} looking={looking} say={say} />}
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(view) => <MonthTallies view={view} say={say} onLook={onLook} />}
      </Shown>
      {table && (
        <CrossTable
          {...common}
          asking={{ ...asking, shared: asksShared }}
          pair={pair}
          onPick={(next) => go({ pair: next })}
          onLook={onLook}
        />
      )}
      {inFull && <FeedbackPanel month={asking.month} say={say} texts={texts} server={server} />}
      {report && <ReportPanel month={asking.month} say={say} texts={texts} server={server} />}
      {behind && (
        <CasesDialog
          {...common}
          {...behind}
          openLink={openLink}
          onClose={() => look({ ...behind, open: false })}
        />
      )}
    </div>
  );
}

type IndexProps = {
  readonly view: TallyView;
  readonly below: Below;
  readonly looking: TallyAddress;
  readonly say: Say;
};

/** Folded, for it would push a month's figures off a phone; what is chosen stays in the address of each section. */
function Index({ view, below, looking, say }: IndexProps) {
  const styles = useStyles();
  const ways = sectionsOf(view, below, say).map(({ id, words }) => ({
    href: hrefOfLooking({ ...looking, at: id }),
    words,
    heading: id,
  }));
  return (
    <details className={styles.onScreen}>
      <summary className={styles.summary}>{say.sections.label}</summary>
      <WaysWithin label={say.sections.label} ways={ways} />
    </details>
  );
}

/** None of a month without data, and none for everybody while a month runs. Asked for along with the month itself. */
const hasTable = (view: TallyView | undefined, sharedWhileRunning: boolean) =>
  !sharedWhileRunning && (view?.figures ?? view?.county) !== 'no-data';

/** What was here last, while something else is fetched: what one can choose from stays in its place. */
function useLast<Value>(remote: Remote<Value>): Value | undefined {
  const [last, setLast] = useState<Value>();
  if (remote.state === 'ready' && remote.value !== last) setLast(remote.value);
  return last;
}
