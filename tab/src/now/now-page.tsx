/** What goes on at this moment: fresh by itself, cut to a region when asked, with the way to each case's thread. */
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Select,
  Text,
  Title2,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { NowView } from '../../../bot/domain/views/now-views.ts';
import type { RegionView } from '../../../bot/domain/views/tab-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import { OwnDuty } from '../duty/own-duty.tsx';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { OpenCases } from './open-cases.tsx';
import { RunningGrants } from './running-grants.tsx';
import { UndeliveredCases } from './undelivered-cases.tsx';

/** A question waits for hours, its card in the channel comes at once: this is soon enough, and cheap. */
const everyMs = 15_000;

export function NowPage({ me, texts, server, openLink }: PageProps) {
  const { remote, stale, again } = useQuery<NowView>(server, '/now', everyMs);
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(view) => (
        <Situation
          view={view}
          texts={texts}
          stale={stale !== undefined}
          server={server}
          openLink={openLink}
          onAgain={again}
          duty={me.advisorIn.length > 0 && <OwnDuty name={me.name} texts={texts} server={server} />}
        />
      )}
    </Shown>
  );
}

export type SituationProps = Pick<PageProps, 'texts' | 'server' | 'openLink'> & {
  readonly view: NowView;
  readonly stale: boolean;
  /** Of the person who looks, when they are an advisor. */
  readonly duty?: ReactNode;
  readonly onAgain: () => Promise<void>;
};

export function Situation({ view, texts, stale, duty, onAgain, ...rest }: SituationProps) {
  const styles = useStyles();
  const [region, setRegion] = useState('');
  const seen = region === '' ? view : cut(view, region);
  return (
    <div className={styles.parts}>
      <div className={styles.top}>
        <Title2 as="h1" className={styles.heading}>
          {texts.now.title}
        </Title2>
        <div className={mergeClasses(styles.line, styles.onScreen)}>
          <Text className={styles.quiet}>{texts.updated(momentText(texts.language, view.at))}</Text>
          <Button size="small" onClick={() => void onAgain()}>
            {texts.refresh}
          </Button>
        </div>
      </div>
      {duty}
      {stale && (
        <MessageBar intent="warning">
          <MessageBarBody>{texts.now.stale(momentText(texts.language, view.at))}</MessageBarBody>
        </MessageBar>
      )}
      {view.regions.length > 1 && (
        <Regions regions={view.regions} chosen={region} onChoose={setRegion} texts={texts} />
      )}
      <Figures view={seen} texts={texts} />
      <UndeliveredCases view={seen} texts={texts} onAgain={onAgain} {...rest} />
      <OpenCases view={seen} texts={texts} openLink={rest.openLink} />
      <RunningGrants view={seen} texts={texts} openLink={rest.openLink} />
    </div>
  );
}

function cut(view: NowView, region: string): NowView {
  const isThere = (row: { readonly region: string }) => row.region === region;
  return {
    ...view,
    open: view.open.filter(isThere),
    undelivered: view.undelivered.filter(isThere),
    running: view.running.filter(isThere),
  };
}

function Regions({
  regions,
  chosen,
  onChoose,
  texts,
}: {
  readonly regions: readonly RegionView[];
  readonly chosen: string;
  readonly onChoose: (region: string) => void;
  readonly texts: TabTexts;
}) {
  const styles = useStyles();
  return (
    <Field label={texts.now.regions} className={styles.choice}>
      <Select value={chosen} onChange={(_, { value }) => onChoose(value)}>
        <option value="">{texts.now.allRegions}</option>
        {regions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[texts.language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Figures({ view, texts }: { readonly view: NowView; readonly texts: TabTexts }) {
  const styles = useStyles();
  const { figures } = texts.now;
  const numbers: readonly (readonly [string, number])[] = [
    [figures.unclaimed, view.open.filter(({ status }) => status === 'waiting').length],
    [figures.soon, view.open.filter(({ promised }) => promised === 'soon').length],
    [figures.late, view.open.filter(({ promised }) => promised === 'late').length],
    [figures.undelivered, view.undelivered.length],
    [figures.running, view.running.length],
  ];
  return (
    <dl className={styles.figures} aria-label={figures.label}>
      {numbers.map(([name, count]) => (
        <div key={name} className={styles.tile}>
          <dt>{name}</dt>
          <dd className={styles.tileNumber}>{count.toLocaleString(texts.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
