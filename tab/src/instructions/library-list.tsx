/** All instructions by subject, found as one types, and what should be looked through again. */
import { Button, Field, SearchBox, Text, Title2 } from '@fluentui/react-components';
import type { Language } from '../../../bot/domain/county.ts';
import { type Subject, subjects } from '../../../bot/domain/instructions/instructions.ts';
import type {
  InstructionSummary,
  LibrarySearchView,
  LibraryView,
} from '../../../bot/domain/views/library-views.ts';
import type { Query } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { dayText } from './day-text.ts';
import { type InstructionForm, newPlace } from './form.ts';
import { FoundPages } from './found-pages.tsx';
import { useInstructionStyles } from './instruction-styles.ts';
import { Marks } from './marks.tsx';
import { languageOf, titleOf } from './titles.ts';
import { allUnsaved } from './unsaved.ts';

type Props = InstructionProps & {
  readonly library: LibraryView;
  readonly words: Pick<Query<LibrarySearchView>, 'remote' | 'again'>;
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
};

export function LibraryList({ library, words, sought, onSeek, ...common }: Props) {
  const styles = useStyles();
  const { say, texts } = common;
  return (
    <div className={styles.parts}>
      <div className={styles.top}>
        <Title2 as="h1" className={styles.heading}>
          {say.title}
        </Title2>
        {library.mayBegin && (
          <Button as="a" appearance="primary" href={hrefTo('new')} className={styles.onScreen}>
            {say.list.begin}
          </Button>
        )}
      </div>
      <search className={styles.onScreen}>
        <Field label={say.search.label} hint={say.search.hint}>
          <SearchBox value={sought} maxLength={100} onChange={(_, { value }) => onSeek(value)} />
        </Field>
      </search>
      <Unfinished {...common} />
      {sought.trim() === '' ? (
        <BySubject library={library} {...common} />
      ) : (
        <Shown remote={words.remote} texts={texts} onAgain={() => void words.again()}>
          {({ pages }) => <FoundPages pages={pages} library={library} sought={sought} {...common} />}
        </Shown>
      )}
    </div>
  );
}

function BySubject({ library, ...common }: InstructionProps & { readonly library: LibraryView }) {
  const styles = useStyles();
  const { pages, induction } = library;
  const { say } = common;
  const isLate = ({ overdue, mayWrite }: InstructionSummary) => overdue && mayWrite;
  const overdue = pages.filter(isLate).toSorted((a, b) => ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1));
  return (
    <>
      <Standing library={library} say={say} />
      {overdue.length > 0 && (
        <Pages
          id="overdue"
          heading={say.list.overdue}
          lead={say.list.overdueLead}
          pages={overdue}
          {...common}
        />
      )}
      <div className={styles.parts}>
        {subjects.map((subject) => (
          <Pages
            key={subject}
            id={subject}
            heading={say.subject[subject]}
            pages={ofSubject(library, subject)}
            {...(subject === 'induction' &&
              induction.of > 0 && { lead: say.list.induction(induction.read, induction.of) })}
            {...common}
          />
        ))}
      </div>
    </>
  );
}

/** How things stand where there is nothing to read yet, or something to approve. */
function Standing({
  library: { pages, mayBegin },
  say,
}: Pick<InstructionProps, 'say'> & { readonly library: LibraryView }) {
  const styles = useStyles();
  const isInForce = pages.some(({ state }) => state === 'published' || state === 'changed');
  const toApprove = pages.filter(({ unapproved, mayWrite }) => unapproved && mayWrite).length;
  if (isInForce && toApprove === 0) return null;
  return (
    <section className={styles.panel} aria-label={say.title}>
      {!isInForce && (
        <Text as="h2" size={500} weight="semibold" className={styles.heading}>
          {say.list.none}
        </Text>
      )}
      {!isInForce && !mayBegin && <Text>{say.list.meanwhile}</Text>}
      {!isInForce && mayBegin && toApprove === 0 && <Text>{say.list.first}</Text>}
      {toApprove > 0 && <Text>{say.list.toApprove(toApprove)}</Text>}
    </section>
  );
}

/** What the writer left without saving. */
function Unfinished({ me, say, texts }: InstructionProps) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  const left = allUnsaved(me.id);
  if (left.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="unfinished">
      <Text as="h2" id="unfinished" size={400} weight="semibold" className={styles.heading}>
        {say.list.unfinished}
      </Text>
      <ul className={styles.list}>
        {left.map(({ place, draft: { form } }) => (
          <li key={place}>
            <a href={place === newPlace ? hrefTo(newPlace) : hrefTo(place, 'write')} className={link}>
              {say.list.goOn(draftTitle(form, texts.language) || say.edit.begin)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const draftTitle = ({ words: { fi, sv } }: InstructionForm, language: Language) =>
  (language === 'sv' && sv.title) || fi.title || sv.title;

/** What is out of use comes last. */
const ofSubject = ({ pages }: LibraryView, subject: Subject) =>
  pages
    .filter((page) => page.subject === subject)
    .toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'));

type List = InstructionProps & {
  readonly id: string;
  readonly heading: string;
  readonly lead?: string;
  readonly pages: readonly InstructionSummary[];
};

function Pages({ id, heading, lead, pages, ...common }: List) {
  const styles = useStyles();
  if (pages.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby={`subject-${id}`}>
      <Text as="h2" id={`subject-${id}`} size={500} weight="semibold" className={styles.heading}>
        {heading}
      </Text>
      {lead && <Text>{lead}</Text>}
      <ul className={styles.list}>
        {pages.map((page) => (
          <Row key={page.id} page={page} {...common} />
        ))}
      </ul>
    </section>
  );
}

function Row({ page, say, texts }: InstructionProps & { readonly page: InstructionSummary }) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  const { language } = texts;
  const details = [
    page.owner && say.page.owner(page.owner),
    page.reviewBy && say.page.reviewBy(dayText(language, page.reviewBy)),
  ].filter((one) => one !== undefined);
  return (
    <li className={styles.item}>
      <span className={styles.line}>
        <a href={hrefTo(page.id)} className={link} lang={languageOf(page, language)}>
          {titleOf(page, language)}
        </a>
        <Marks page={page} say={say} />
      </span>
      {details.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {details.join(' · ')}
        </Text>
      )}
    </li>
  );
}
