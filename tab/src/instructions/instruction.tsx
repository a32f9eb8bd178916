/** One page of the instructions, with all that its reader may do to it. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { useAsked } from '../asked.ts';
import { Shown, Told } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { momentText } from '../when.ts';
import { type Common, hrefTo, pathOf } from './common.ts';
import { dayText } from './day-text.ts';
import { Deeds } from './instruction-deeds.tsx';
import { useInstructionStyles } from './instruction-styles.ts';
import { Marks } from './marks.tsx';
import { Notices } from './notices.tsx';
import { Readers } from './readers.tsx';
import { Receipt } from './receipt.tsx';
import { languageOf, titleOf } from './titles.ts';
import { WordingsShown } from './wordings-shown.tsx';

type Props = Common & {
  readonly id: string;
  /** As it was then; without it, as it is read now. */
  readonly version?: string;
  readonly onChanged: () => Promise<void>;
};

export function Instruction({ id, version, onChanged, ...common }: Props) {
  const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
  const { remote, again } = useAsked<InstructionView>(common.server, pathOf(id, query));
  const changed = async () => {
    await Promise.all([again(), onChanged()]);
  };
  return (
    <>
      <BackToAll say={common.say} />
      <Shown remote={remote} texts={common.texts} onAgain={() => void again()}>
        {(view) => <InstructionShown view={view} onChanged={changed} {...common} />}
      </Shown>
    </>
  );
}

export function BackToAll({ say }: Pick<Common, 'say'>) {
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

export type InstructionShownProps = Common & {
  readonly view: InstructionView;
  readonly onChanged: () => Promise<void>;
};

export function InstructionShown({ view, onChanged, ...common }: InstructionShownProps) {
  const styles = useStyles();
  const { say, texts } = common;
  const [told, tell] = useState<string>();
  const done = async (words: string) => {
    tell(words);
    await onChanged();
  };
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
      <Notices view={view} say={say} />
      <Deeds view={view} onDone={done} {...common} />
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

function Facts({ view, say, texts }: Pick<Common, 'say' | 'texts'> & { readonly view: InstructionView }) {
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
