/** All versions of a page, what changed between any two, and the way back to one of them. */
import { Badge, Button, Text, Title2, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView, VersionsView, VersionView } from '../../../bot/domain/views/library-views.ts';
import { Brought } from '../kit/brought.tsx';
import { useQuery } from '../kit/query.ts';
import { Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { Between, type VersionPair } from './between.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { hrefTo, type InstructionProps, pathOf } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { Titled } from './titled.tsx';
import { titleOf } from './titles.ts';

type Props = InstructionProps & { readonly id: string; readonly onChanged: () => Promise<void> };

export function Versions({ id, onChanged, ...common }: Props) {
  const { server, texts, say } = common;
  const page = useQuery<InstructionView>(server, pathOf(id));
  const versions = useQuery<VersionsView>(server, pathOf(id, '/versions'));
  const again = async () => {
    await Promise.all([page.again(), versions.again(), onChanged()]);
  };
  return (
    <Titled remote={page.remote} heading={say.page.versions} onAgain={() => void page.again()} {...common}>
      {(view) => (
        <Titled
          remote={versions.remote}
          heading={say.versions.of(titleOf(view, texts.language))}
          onAgain={() => void versions.again()}
          {...common}
        >
          {({ versions: all }) => <VersionList view={view} versions={all} onChanged={again} {...common} />}
        </Titled>
      )}
    </Titled>
  );
}

export type VersionListProps = InstructionProps & {
  readonly view: InstructionView;
  readonly versions: readonly VersionView[];
  readonly onChanged: () => Promise<void>;
};

export function VersionList({ view, versions, onChanged, ...common }: VersionListProps) {
  const { say } = common;
  const all = versions.toSorted((a, b) => b.n - a.n);
  const [between, compare] = useState<VersionPair>();
  // a pair that is chosen within the difference leaves the keyboard there
  const [opened, open] = useState<VersionPair>();
  const [told, tell] = useState<string>();
  const openBetween = (pair: VersionPair) => {
    compare(pair);
    open(pair);
  };
  const restored = async (n: number) => {
    tell(say.versions.restored(n));
    await onChanged();
  };
  return (
    <>
      <Above view={view} {...common} />
      <Told>{told}</Told>
      <Brought by={opened}>
        {between && <Between view={view} between={between} versions={all} onCompare={compare} {...common} />}
      </Brought>
      <Rows view={view} all={all} onCompare={openBetween} onRestored={restored} {...common} />
    </>
  );
}

function Above({ view, say, texts }: Pick<VersionListProps, 'view' | 'say' | 'texts'>) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  return (
    <>
      <nav className={styles.onScreen}>
        <a href={hrefTo(view.id)} className={link}>
          ← {say.versions.back}
        </a>
      </nav>
      <Title2 as="h1" className={styles.heading}>
        {say.versions.of(titleOf(view, texts.language))}
      </Title2>
    </>
  );
}

type VersionRowsProps = InstructionProps & {
  readonly view: InstructionView;
  /** The newest first. */
  readonly all: readonly VersionView[];
  readonly onCompare: (pair: VersionPair) => void;
  readonly onRestored: (n: number) => Promise<void>;
};

function Rows({ view, all, onCompare, onRestored, ...common }: VersionRowsProps) {
  const styles = useStyles();
  const { say } = common;
  const newest = all[0]?.n ?? 0;
  // it stays when the dialog is closed: what is taken away while open leaves the page behind it unheard
  const [restoring, restore] = useState({ n: 0, isSure: false });
  const { n, isSure } = restoring;
  const ask = (version: number, open: boolean) => restore({ n: version, isSure: open });
  return (
    <section className={styles.panel} aria-label={say.page.versions}>
      <ul className={styles.list}>
        {all.map((version) => (
          <Row
            key={version.n}
            view={view}
            version={version}
            onCompare={() => onCompare({ from: version.n - 1, to: version.n })}
            {...(view.writing && version.n < newest && { onRestore: () => ask(version.n, true) })}
            {...common}
          />
        ))}
      </ul>
      {n > 0 && (
        <ChangeDialog
          open={isSure}
          id={view.id}
          seen={newest}
          title={say.versions.restoreOf(n)}
          sure={say.versions.restoreSure(n)}
          confirm={say.versions.restore}
          change={{ do: 'restore', version: n }}
          onClose={() => ask(n, false)}
          onDone={() => {
            ask(n, false);
            void onRestored(n);
          }}
          {...common}
        />
      )}
    </section>
  );
}

type VersionRowProps = InstructionProps & {
  readonly view: InstructionView;
  readonly version: VersionView;
  readonly onCompare: () => void;
  /** Absent for those who may not, and where there is nothing to restore. */
  readonly onRestore?: () => void;
};

function Row({ view, version, onCompare, onRestore, say, texts }: VersionRowProps) {
  const styles = useStyles();
  const { link, actions } = useInstructionStyles();
  const focusAgain = useRestoreFocusTarget();
  const { n, at, by, did, note, restored, published } = version;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <span className={styles.line}>
          <a href={hrefTo(view.id, n)} className={link}>
            {say.page.version(n)}
          </a>
          <Text>{say.versions.did[did]}</Text>
          {published && <Badge color="success">{say.versions.inForce}</Badge>}
        </span>
        <Text size={200} className={styles.quiet}>
          {momentText(texts.language, at)} · {by ?? say.line}
        </Text>
        {restored !== undefined && <Text size={200}>{say.versions.restoredFrom(restored)}</Text>}
        {note && <Text>{note}</Text>}
      </div>
      <div className={actions}>
        {n > 1 && (
          <Button size="small" aria-label={say.versions.changeOf(n)} onClick={onCompare}>
            {say.versions.change}
          </Button>
        )}
        {onRestore && (
          <Button size="small" aria-label={say.versions.restoreOf(n)} onClick={onRestore} {...focusAgain}>
            {say.versions.restore}
          </Button>
        )}
      </div>
    </li>
  );
}
