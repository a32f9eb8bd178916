/** All versions of a page, what changed between any two, and the way back to one of them. */
import { Badge, Button, Text, Title2, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView, VersionsView, VersionView } from '../../../bot/domain/views/library-views.ts';
import { useAsked } from '../asked.ts';
import { Shown, Told } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { momentText } from '../when.ts';
import { Between, type Pair } from './between.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { type Common, hrefTo, pathOf } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { titleOf } from './titles.ts';

type Props = Common & { readonly id: string; readonly onChanged: () => Promise<void> };

export function Versions({ id, onChanged, ...common }: Props) {
  const { server, texts } = common;
  const page = useAsked<InstructionView>(server, pathOf(id));
  const versions = useAsked<VersionsView>(server, pathOf(id, '/versions'));
  const again = async () => {
    await Promise.all([page.again(), versions.again(), onChanged()]);
  };
  return (
    <Shown remote={page.remote} texts={texts} onAgain={() => void page.again()}>
      {(view) => (
        <Shown remote={versions.remote} texts={texts} onAgain={() => void versions.again()}>
          {({ versions: all }) => <VersionList view={view} versions={all} onChanged={again} {...common} />}
        </Shown>
      )}
    </Shown>
  );
}

export type VersionListProps = Common & {
  readonly view: InstructionView;
  readonly versions: readonly VersionView[];
  readonly onChanged: () => Promise<void>;
};

export function VersionList({ view, versions, onChanged, ...common }: VersionListProps) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  const { say, texts } = common;
  const all = versions.toSorted((a, b) => b.n - a.n);
  const newest = all[0]?.n ?? 0;
  const [between, compare] = useState<Pair>();
  const [restoring, restore] = useState(0);
  const [isSure, ask] = useState(false);
  const [told, tell] = useState<string>();
  const offer = (n: number) => {
    restore(n);
    ask(true);
  };
  const done = async (n: number) => {
    ask(false);
    tell(say.versions.restored(n));
    await onChanged();
  };
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
      <Told>{told}</Told>
      {between && <Between view={view} between={between} versions={all} onCompare={compare} {...common} />}
      <section className={styles.panel} aria-label={say.page.versions}>
        <ul className={styles.list}>
          {all.map((version) => (
            <Row
              key={version.n}
              view={view}
              version={version}
              onCompare={() => compare({ from: version.n - 1, to: version.n })}
              {...(view.writing && version.n < newest && { onRestore: () => offer(version.n) })}
              {...common}
            />
          ))}
        </ul>
      </section>
      {restoring > 0 && (
        <ChangeDialog
          open={isSure}
          id={view.id}
          seen={newest}
          title={say.versions.restoreOf(restoring)}
          sure={say.versions.restoreSure(restoring)}
          confirm={say.versions.restore}
          change={{ do: 'restore', version: restoring }}
          onClose={() => ask(false)}
          onDone={() => void done(restoring)}
          {...common}
        />
      )}
    </>
  );
}

type RowProps = Common & {
  readonly view: InstructionView;
  readonly version: VersionView;
  readonly onCompare: () => void;
  /** Absent for those who may not, and where there is nothing to restore. */
  readonly onRestore?: () => void;
};

function Row({ view, version, onCompare, onRestore, say, texts }: RowProps) {
  const styles = useStyles();
  const { link, actions } = useInstructionStyles();
  const focusAgain = useRestoreFocusTarget();
  const { n, at, by, did, note, restored, published } = version;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <span className={styles.line}>
          <a href={hrefTo(view.id, n)} className={link} aria-label={say.versions.open(n)}>
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
