/** Who has read what is in force, for those who keep the page; they can remind the others. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../../../bot/domain/case/case.ts';
import type { InstructionView, ReadershipView } from '../../../bot/domain/views/library-views.ts';
import { Brought } from '../kit/brought.tsx';
import { useQuery } from '../kit/query.ts';
import { Shown, Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { useChanging } from './changing.ts';
import { type InstructionProps, pathOf } from './common.ts';

type Props = InstructionProps & { readonly view: InstructionView };

/** Everybody's receipts are read when somebody wants them. */
export function Readers(props: Props) {
  const styles = useStyles();
  const { say } = props;
  const [isOpen, open] = useState(false);
  return (
    <section className={styles.panel} aria-labelledby="readers">
      <Brought by={isOpen}>
        <Text as="h2" id="readers" size={500} weight="semibold" className={styles.heading}>
          {say.readers.heading}
        </Text>
      </Brought>
      {isOpen ? (
        <Asked {...props} />
      ) : (
        <div className={styles.onScreen}>
          <Button onClick={() => open(true)}>{say.readers.show}</Button>
        </div>
      )}
    </section>
  );
}

function Asked({ view: { id }, ...common }: Props) {
  const { remote, again } = useQuery<ReadershipView>(common.server, pathOf(id, '/readers'));
  return (
    <Shown remote={remote} texts={common.texts} onAgain={() => void again()}>
      {(readership) => <Readership id={id} readership={readership} {...common} />}
    </Shown>
  );
}

type ReadershipProps = InstructionProps & { readonly id: string; readonly readership: ReadershipView };

export function Readership({ id, readership, ...common }: ReadershipProps) {
  const { say } = common;
  const { read, earlier, notYet } = readership;
  return (
    <>
      <People heading={say.readers.read(read.length)} people={read} />
      <People heading={say.readers.earlier(earlier.length)} people={earlier} />
      <People heading={say.readers.notYet(notYet.length)} people={notYet} />
      {earlier.length + notYet.length > 0 && <Reminding id={id} {...common} />}
    </>
  );
}

function People({ heading, people }: { readonly heading: string; readonly people: readonly Person[] }) {
  if (people.length === 0) return <Text>{heading}</Text>;
  return (
    <details>
      <summary>{heading}</summary>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

/** It rings on people's phones: it is asked for twice. */
function Reminding({ id, ...common }: InstructionProps & { readonly id: string }) {
  const styles = useStyles();
  const { say, texts } = common;
  const { busy, why, act } = useChanging(common);
  const [step, setStep] = useState<'offered' | 'sure' | 'sent'>('offered');
  const remind = async () => {
    const undone = await act({ method: 'POST', path: pathOf(id, '/reminders'), body: {} });
    setStep(undone ? 'offered' : 'sent');
  };
  return (
    <Brought by={step} className={styles.onScreen}>
      {why && (
        <MessageBar intent="error">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
      <Told>{step === 'sent' ? say.readers.reminded : undefined}</Told>
      {step === 'offered' && <Button onClick={() => setStep('sure')}>{say.readers.remind}</Button>}
      {step === 'sure' && (
        <div className={styles.list} role="alert">
          <Text>{say.readers.remindSure}</Text>
          <div className={styles.line}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void remind()}>
              {say.readers.remind}
            </Button>
            <Button onClick={() => setStep('offered')}>{texts.settings.cancel}</Button>
          </div>
        </div>
      )}
    </Brought>
  );
}
