/** What a search found: each page once, with the words around what was sought. */
import { Text } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import {
  indexOf,
  type SearchablePage,
  type SearchHit,
  search,
} from '../../../bot/domain/instructions/search.ts';
import type { LibraryView } from '../../../bot/domain/views/library-views.ts';
import { useStyles } from '../kit/styles.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { Marks } from './marks.tsx';
import { firstLanguage } from './titles.ts';

type Props = InstructionProps & {
  readonly pages: readonly SearchablePage[];
  readonly library: LibraryView;
  readonly sought: string;
};

export function FoundPages({ pages, library, sought, say, texts }: Props) {
  const styles = useStyles();
  const index = useMemo(() => indexOf(pages), [pages]);
  // typing goes before finding
  const settled = useDeferredValue(sought);
  const hits = useMemo(
    () => oncePerPage(search(index, settled, firstLanguage(texts.language))),
    [index, settled, texts.language],
  );
  return (
    <section className={styles.panel} aria-label={say.search.results}>
      <Text role="status">{hits.length === 0 ? say.search.none : say.search.found(hits.length)}</Text>
      <ul className={styles.list}>
        {hits.map((hit) => (
          <Found key={hit.page.id} hit={hit} library={library} say={say} />
        ))}
      </ul>
    </section>
  );
}

/** The same page in another language is the same page. */
export function oncePerPage(hits: readonly SearchHit[]): readonly SearchHit[] {
  const first = new Map<string, SearchHit>();
  for (const hit of hits) if (!first.has(hit.page.id)) first.set(hit.page.id, hit);
  return [...first.values()];
}

type FoundProps = Pick<Props, 'library' | 'say'> & { readonly hit: SearchHit };

function Found({ hit, library, say }: FoundProps) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  const { id, title, language } = hit.page;
  const summary = library.pages.find((page) => page.id === id);
  return (
    <li className={styles.item}>
      <span className={styles.line}>
        <a href={hrefTo(id)} className={link} lang={language}>
          {title}
        </a>
        {summary && <Text className={styles.quiet}>{say.subject[summary.subject]}</Text>}
        {summary && <Marks page={summary} say={say} />}
      </span>
      <Excerpt hit={hit} />
    </li>
  );
}

function Excerpt({ hit: { page, excerpt, hits } }: { readonly hit: SearchHit }) {
  const { mark } = useInstructionStyles();
  return (
    <Text size={200} lang={page.language}>
      {piecesOf(excerpt, hits).map(({ at, text, sought }) =>
        sought ? (
          <mark key={at} className={mark}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </Text>
  );
}

type Piece = { readonly at: number; readonly text: string; readonly sought: boolean };

/** The excerpt cut where what was sought begins and ends. */
export function piecesOf(excerpt: string, hits: SearchHit['hits']): readonly Piece[] {
  const cuts = [0, ...hits.flat(), excerpt.length];
  return cuts
    .slice(0, -1)
    .map((at, n) => ({ at, text: excerpt.slice(at, cuts[n + 1]), sought: n % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
