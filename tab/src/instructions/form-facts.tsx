/** What a page is about, who answers for it and when it is looked through again. */
import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../../../bot/domain/case/case.ts';
import { type Subject, subjects } from '../../../bot/domain/instructions/instructions.ts';
import type { KeepersView } from '../../../bot/domain/views/library-views.ts';
import { Brought } from '../kit/brought.tsx';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';
import type { InstructionForm } from './form.ts';

type Props = InstructionProps & {
  readonly form: InstructionForm;
  readonly onChange: (form: InstructionForm) => void;
  readonly owner?: string;
  readonly mayHandOver: boolean;
};

/** The finders' page is the county file's, and nobody writes beside it. */
const written: readonly Subject[] = subjects.filter((subject) => subject !== 'finders');

export function FormFacts({ form, onChange, owner, mayHandOver, ...common }: Props) {
  const styles = useStyles();
  const { say } = common;
  const { subject, reviewBy } = form;
  const choices = written.includes(subject) ? written : [...written, subject];
  return (
    <>
      <div className={styles.form}>
        <Field label={say.edit.subject} className={styles.grow}>
          <Select
            value={subject}
            onChange={(_, { value }) =>
              onChange({ ...form, subject: subjects.find((one) => one === value) ?? subject })
            }
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {say.subject[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say.edit.reviewBy} className={styles.grow}>
          <Input
            type="date"
            value={reviewBy}
            onChange={(_, { value }) => onChange({ ...form, reviewBy: value })}
          />
        </Field>
      </div>
      <div className={styles.list}>
        <Brought by={form.owner}>
          <Text>
            {say.edit.owner}: {form.owner?.name ?? owner ?? say.edit.ownerMe}
          </Text>
        </Brought>
        {mayHandOver && <OwnerSearch onChoose={(next) => onChange({ ...form, owner: next })} {...common} />}
      </div>
    </>
  );
}

type OwnerChoiceProps = InstructionProps & { readonly onChoose: (owner: Person) => void };

function OwnerSearch({ onChoose, ...common }: OwnerChoiceProps) {
  const styles = useStyles();
  const { edit } = common.say;
  const [name, setName] = useState('');
  const [wanted, want] = useState('');
  const choose = (owner: Person) => {
    want('');
    onChoose(owner);
  };
  return (
    <>
      <div className={styles.form}>
        <Field label={edit.ownerFind} className={styles.grow}>
          <Input
            value={name}
            maxLength={100}
            onChange={(_, { value }) => setName(value)}
            onKeyDown={(event) => {
              // Enter finds; it does not save the page
              if (event.key !== 'Enter') return;
              event.preventDefault();
              want(name.trim());
            }}
          />
        </Field>
        <Button className={styles.below} onClick={() => want(name.trim())}>
          {edit.find}
        </Button>
      </div>
      {wanted && <FoundOwners wanted={wanted} onChoose={choose} {...common} />}
    </>
  );
}

function FoundOwners({
  wanted,
  onChoose,
  server,
  texts,
  say,
}: OwnerChoiceProps & { readonly wanted: string }) {
  const styles = useStyles();
  const { remote, again } = useQuery<KeepersView>(
    server,
    `/library/people?name=${encodeURIComponent(wanted)}`,
  );
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ people, more }) => (
        <>
          <Text role="status">
            {more ? texts.settings.people.more : texts.settings.people.found(people.length)}
          </Text>
          <ul className={styles.list}>
            {people.map(({ id, name }) => (
              <li key={id} className={styles.line}>
                <Text>{name}</Text>
                <Button
                  size="small"
                  aria-label={`${say.edit.ownerFound}: ${name}`}
                  onClick={() => onChoose({ id, name })}
                >
                  {say.edit.ownerFound}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Shown>
  );
}
