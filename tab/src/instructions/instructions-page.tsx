/** The shared instructions: all of them, one of them, its versions, or one being written, as the address says. */
import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { instructionTextsFor } from '../../../bot/domain/locales/tab-instructions-texts.ts';
import type { LibraryTexts, LibraryView } from '../../../bot/domain/views/library-views.ts';
import { useAsked } from '../asked.ts';
import type { PageProps } from '../pages.ts';
import { Shown } from '../states.tsx';
import { useStyles } from '../styles.ts';
import type { Common } from './common.ts';
import { Instruction } from './instruction.tsx';
import { useInstructionStyles } from './instruction-styles.ts';
import { useLater } from './later.ts';
import { LibraryList } from './library-list.tsx';
import { Versions } from './versions.tsx';

export function InstructionsPage({ rest, me, texts, server }: PageProps) {
  const styles = useStyles();
  const { place } = useInstructionStyles();
  const common: Common = { me, texts, server, say: instructionTextsFor(texts.language) };
  const arrived = useArrival(rest.join('/'));
  // asked together and kept while one reads, so that going back is at once
  const library = useAsked<LibraryView>(server, '/library');
  const words = useAsked<LibraryTexts>(server, '/library/texts');
  const [sought, seek] = useState('');
  const changed = async () => {
    await Promise.all([library.again(), words.again()]);
  };
  return (
    <div ref={arrived} tabIndex={-1} className={mergeClasses(styles.parts, place)}>
      {rest.length > 0 ? (
        <Within rest={rest} onChanged={changed} {...common} />
      ) : (
        <Shown remote={library.remote} texts={texts} onAgain={() => void library.again()}>
          {(view) => <LibraryList library={view} words={words} sought={sought} onSeek={seek} {...common} />}
        </Shown>
      )}
    </div>
  );
}

type Inner = Common & { readonly onChanged: () => Promise<void> };

/** `<id>`, `<id>/<version>`, `<id>/versions`, `<id>/write`, `new`. */
function Within({ rest, ...inner }: Inner & { readonly rest: readonly string[] }) {
  const [id = '', part] = rest;
  if (id === 'new') return <Writing key="new" {...inner} />;
  if (part === 'write') return <Writing key={id} id={id} {...inner} />;
  if (part === 'versions') return <Versions key={id} id={id} {...inner} />;
  return <Instruction key={rest.join('/')} id={id} {...(part && { version: part })} {...inner} />;
}

const loadEditor = () => import('./editor-page.tsx');

function Writing({ id, ...inner }: Inner & { readonly id?: string }) {
  const { remote, again } = useLater(loadEditor);
  return (
    <Shown remote={remote} texts={inner.texts} onAgain={again}>
      {({ NewPage, EditPage }) =>
        id === undefined ? <NewPage {...inner} /> : <EditPage id={id} {...inner} />
      }
    </Shown>
  );
}

/** Whoever goes on within the instructions, their keyboard and screen reader go along. */
function useArrival(where: string) {
  const element = useRef<HTMLDivElement | null>(null);
  const before = useRef(where);
  useEffect(() => {
    if (before.current !== where) element.current?.focus();
    before.current = where;
  }, [where]);
  return element;
}
