/** One page of the instructions, with all that its reader may do to it. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { Brought } from '../kit/brought.tsx';
import { useQuery } from '../kit/query.ts';
import { Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { goToInstructions, hrefTo, type InstructionProps, pathOf } from './common.ts';
import { dayText } from './day-text.ts';
import { Deeds } from './instruction-deeds.tsx';
import { useInstructionStyles } from './instruction-styles.ts';
import { Marks } from './marks.tsx';
import { Notices } from './notices.tsx';
import { useSetting } from './prose.tsx';
import { Readers } from './readers.tsx';
import { Receipt } from './receipt.tsx';
import { Titled } from './titled.tsx';
import { languageOf, titleOf } from './titles.ts';
import { WordingsShown } from './wordings-shown.tsx';

type Props = InstructionProps & {
  readonly id: string;
  /** As it was then; without it, as it is read now. */
  readonly version?: string;
  /** Its title, where that is known before its words. */
  readonly heading: string | undefined;
  readonly onChanged: () => Promise<void>;
};

/** Said once, of the deed that was just done. */
type DoneNotice = { readonly words: string };

export function Instruction({ id, version, heading, onChanged, ...common }: Props) {
  const styles = useStyles();
  const { say } = common;
  // the words would jump if they were set when they stand already
  const isSettled = useSetting();
  const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
  const { remote, again } = useQuery<InstructionView>(common.server, pathOf(id, query));
  const [told, tell] = useState<DoneNotice>();
  const changed = async () => {
    await Promise.all([again(), onChanged()]);
  };
  const done = async (words: string) => {
    await (version === undefined ? changed() : onChanged());
    // what was pressed is gone by now, and a version that was a draft is not the one in force
    tell({ words });
    if (version !== undefined) goToInstructions(id);
  };
  return (
    <Brought by={told} className={styles.parts}>
      <BackToAll say={say} />
      <Titled
        remote={isSettled ? remote : { state: 'loading' }}
        heading={heading}
        missing={version === undefined ? undefined : { ...say.missing.version, to: hrefTo(id) }}
        onAgain={() => void again()}
        {...common}
      >
        {(view) => (
          <InstructionShown
            view={view}
            told={version === undefined ? told?.words : undefined}
            onChanged={changed}
            onDone={done}
            {...common}
          />
        )}
      </Titled>
    </Brought>
  );
}

export function BackToAll({ say }: Pick<InstructionProps, 'say'>) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  return (
    <nav className={styles.onScreen}>
      <a href={hrefTo()} className={link}>
        ← {say.all}
      </a>
    </nav>
  );
}

export type InstructionShownProps = InstructionProps & {
  readonly view: InstructionView;
  /** What has just been done to it. */
  readonly told?: string | undefined;
  /** After a deed that leaves the page in another state. */
  readonly onDone: (told: string) => Promise<void>;
  readonly onChanged: () => Promise<void>;
};

export function InstructionShown({ view, told, onChanged, onDone, ...common }: InstructionShownProps) {
  const styles = useStyles();
  const { say, texts } = common;

  const isInForce = view.state !== 'draft' && view.newer === undefined && isPublishedText(view);
  return (
    <article className={styles.parts}>
      <div className={styles.parts}>
        <Text className={styles.quiet}>{say.subject[view.subject]}</Text>
        <Title2 as="h1" className={styles.heading} lang={languageOf(view, texts.language)}>
          {titleOf(view, texts.language)}
        </Title2>
        <Marks page={view} say={say} />
      </div>
      <Told>{told}</Told>
      <Notices view={view} say={say} me={common.me} />
      <Deeds view={view} onDone={onDone} {...common} />
      <section className={styles.panel} aria-label={titleOf(view, texts.language)}>
        <WordingsShown view={view} say={say} texts={texts} />
      </section>
      {isInForce && <Receipt key={view.version} view={view} onDone={onChanged} {...common} />}
      <Facts view={view} say={say} texts={texts} />
      {isInForce && view.mayWrite && <Readers view={view} {...common} />}
    </article>
  );
}

/** What is shown can be confirmed as read: it is published, not a draft on top of that. */
const isPublishedText = ({ state, writing, version }: InstructionView) =>
  state === 'published' || (state === 'changed' && writing?.newest.n !== version);

function Facts({
  view,
  say,
  texts,
}: Pick<InstructionProps, 'say' | 'texts'> & { readonly view: InstructionView }) {
  const styles = useStyles();
  if (view.state === 'generated') return null;
  const { version, changedAt, by, owner, reviewBy, note } = view;
  const facts = [
    say.page.version(version),
    changedAt && say.page.changed(momentText(texts.language, changedAt)),
    say.page.by(by ?? say.line),
    say.page.owner(owner ?? say.line),
    reviewBy && say.page.reviewBy(dayText(texts.language, reviewBy)),
  ].filter((one) => one !== undefined);
  return (
    <footer className={styles.list}>
      {note && <Text>{say.page.note(note)}</Text>}
      <Text size={200} className={styles.quiet}>
        {facts.join(' · ')}
      </Text>
    </footer>
  );
}
