/** The shared instructions: all of them, one of them, its versions, or one being written, as the address says. */
import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../../../bot/domain/county.ts';
import type { LibrarySearchView, LibraryView } from '../../../bot/domain/views/library-views.ts';
import { instructionTextsFor } from '../../../bot/words/tab/instructions-texts.ts';
import { useArrival } from '../kit/arrival.ts';
import { useLater } from '../kit/later.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import type { Remote } from '../kit/remote.ts';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';
import { Instruction } from './instruction.tsx';
import { LibraryList } from './library-list.tsx';
import { Titled } from './titled.tsx';
import { titleOf } from './titles.ts';
import { Versions } from './versions.tsx';

export function InstructionsPage({ rest, me, texts, server }: PageProps) {
  const styles = useStyles();
  const common: InstructionProps = { me, texts, server, say: instructionTextsFor(texts.language) };
  const arrived = useArrival<HTMLDivElement>(rest.join('/'));
  // asked together and kept while one reads, so that going back is at once
  const library = useQuery<LibraryView>(server, '/library');
  const words = useQuery<LibrarySearchView>(server, '/library/texts');
  const [sought, seek] = useState('');
  const changed = async () => {
    await Promise.all([library.again(), words.again()]);
  };
  return (
    <div ref={arrived} tabIndex={-1} className={mergeClasses(styles.parts, styles.place)}>
      {rest.length > 0 ? (
        <Within
          rest={rest}
          heading={titleIn(library.remote, rest[0], texts.language)}
          onChanged={changed}
          {...common}
        />
      ) : (
        <Titled remote={library.remote} onAgain={() => void library.again()} {...common}>
          {(view) => <LibraryList library={view} words={words} sought={sought} onSeek={seek} {...common} />}
        </Titled>
      )}
    </div>
  );
}

/** What the list calls a page, before the page itself is here. */
function titleIn(library: Remote<LibraryView>, id: string | undefined, language: Language) {
  const found = library.state === 'ready' ? library.value.pages.find((one) => one.id === id) : undefined;
  return found && titleOf(found, language);
}

type Inner = InstructionProps & { readonly onChanged: () => Promise<void> };

type WithinProps = { readonly rest: readonly string[]; readonly heading: string | undefined };

/** `<id>`, `<id>/<version>`, `<id>/versions`, `<id>/write`, `new`. */
function Within({ rest, heading, ...inner }: Inner & WithinProps) {
  const [id = '', part] = rest;
  if (id === 'new') return <Writing key="new" {...inner} />;
  if (part === 'write') return <Writing key={id} id={id} {...inner} />;
  if (part === 'versions') return <Versions key={id} id={id} {...inner} />;
  return <Instruction key={id} id={id} heading={heading} {...(part && { version: part })} {...inner} />;
}

const loadEditor = () => import('./editor-page.tsx');

function Writing({ id, ...inner }: Inner & { readonly id?: string }) {
  const { remote, again } = useLater(loadEditor);
  return (
    <Titled remote={remote} heading={inner.say.edit.begin} onAgain={again} {...inner}>
      {({ NewPage, EditPage }) =>
        id === undefined ? <NewPage {...inner} /> : <EditPage id={id} {...inner} />
      }
    </Titled>
  );
}
