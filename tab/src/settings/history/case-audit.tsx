/** Who handled one case, found by its id and saved as a file (703/2023 11 §). */
import { Button, Field, Input, Text } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { readCaseId, spokenCaseId } from '../../../../bot/domain/case/case-id.ts';
import type { CaseId } from '../../../../bot/domain/names.ts';
import type { AuditView, CaseAuditView } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../../kit/pages.ts';
import { useQuery } from '../../kit/query.ts';
import type { Failure } from '../../kit/remote.ts';
import { saveFrom } from '../../kit/saving.ts';
import { Failed, Shown } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { SectionHeading } from '../../kit/ways-within.tsx';
import { momentText } from '../../kit/when.ts';

type AuditProps = Pick<PageProps, 'texts' | 'server'>;

/** `first` is an id that the address named: it is filled in, and searched for only at a press, for that is recorded. */
export function CaseAudit({ first = '', ...common }: AuditProps & { readonly first?: string }) {
  const styles = useStyles();
  const say = common.texts.settings.audit;
  const [text, setText] = useState(first);
  const [wanted, want] = useState<CaseId | 'wrong'>();
  const find = (submit: FormEvent) => {
    submit.preventDefault();
    want(readCaseId(text) ?? 'wrong');
  };
  return (
    <section className={styles.panel} aria-labelledby="audit">
      <SectionHeading id="audit">{say.heading}</SectionHeading>
      <Text>{say.text}</Text>
      <search aria-label={say.heading}>
        <form className={styles.form} onSubmit={find}>
          <Field
            label={say.id}
            hint={say.idHint}
            {...(wanted === 'wrong' && { validationMessage: say.wrongId })}
          >
            <Input value={text} maxLength={20} onChange={(_, { value }) => setText(value)} />
          </Field>
          <Button type="submit" className={styles.below}>
            {say.find}
          </Button>
        </form>
      </search>
      {wanted && wanted !== 'wrong' && <Entries key={wanted} id={wanted} {...common} />}
    </section>
  );
}

function Entries({ id, texts, server }: AuditProps & { readonly id: CaseId }) {
  const styles = useStyles();
  const { remote, again } = useQuery<CaseAuditView>(server, `/staff/audit/${id}`);
  const say = texts.settings.audit;
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ entries }) => (
        <>
          <div className={styles.line}>
            <Text as="h3" size={400} weight="semibold" className={styles.heading}>
              {say.of(spokenCaseId(id))}
            </Text>
            <Download id={id} texts={texts} server={server} />
          </div>
          {entries.length === 0 ? <Text>{say.none}</Text> : <EntryTable entries={entries} texts={texts} />}
        </>
      )}
    </Shown>
  );
}

function EntryTable({
  entries,
  texts,
}: {
  readonly entries: readonly AuditView[];
  readonly texts: TabTexts;
}) {
  const styles = useStyles();
  const say = texts.settings.audit;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} aria-label={texts.table(say.heading)} tabIndex={0}>
      <table className={styles.table} aria-labelledby="audit">
        <thead>
          <tr>
            {[say.when, say.who, say.what, say.why].map((head) => (
              <th key={head} scope="col" className={styles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, by, did, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is written in the audit never moves
            <tr key={index}>
              <td className={styles.cell}>{momentText(texts.language, at)}</td>
              <td className={styles.cell}>{by ?? say.line}</td>
              <td className={styles.cell}>{did[texts.language]}</td>
              <td className={styles.cell}>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Download({ id, texts, server }: AuditProps & { readonly id: CaseId }) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const download = async () =>
    setFailure(await saveFrom(server, `/staff/audit/${id}/csv?language=${texts.language}`));
  return (
    <>
      <Button size="small" className={styles.onScreen} onClick={() => void download()}>
        {texts.settings.audit.download}
      </Button>
      {failure && <Failed failure={failure} texts={texts} />}
    </>
  );
}
