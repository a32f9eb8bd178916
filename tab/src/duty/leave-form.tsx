/** What stands in the dialog of one advisor's absence: its last day, and its end. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { DutyView } from '../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { Failed } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { type LeaveSaving, type LeaveSubject, useLeave } from './keeping-leave.ts';
import { leaveWords, noWords } from './leave-words.ts';

type Props = LeaveSubject &
  Pick<PageProps, 'texts' | 'server'> & {
    readonly title: string;
    readonly onClose: () => void;
    readonly onSaved: (now: DutyView) => void;
  };

export function LeaveForm({ title, path, duty, texts, server, onClose, onSaved }: Props) {
  const styles = useStyles();
  const form = useId();
  const [typed, setTyped] = useState<string>(duty.lastDayAway ?? '');
  const leave = useLeave(server, { path, duty }, onSaved);
  const save = (submit: FormEvent) => {
    submit.preventDefault();
    void leave.keep(typed);
  };
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <form id={form} noValidate className={styles.parts} onSubmit={save}>
          <Why leave={leave} texts={texts} />
          <Text>{texts.duty.how}</Text>
          <LastDay typed={typed} today={duty.today} leave={leave} texts={texts} onType={setTyped} />
        </form>
      </DialogContent>
      <Actions form={form} leave={leave} texts={texts} onClose={onClose} />
    </DialogBody>
  );
}

type LeaveFormProps = { readonly leave: LeaveSaving; readonly texts: TabTexts };

/** Why it is not saved, when that is not about the day. */
function Why({ leave: { failure, theirs, isAdvisor }, texts }: LeaveFormProps) {
  const told = !isAdvisor
    ? texts.duty.notAnAdvisor
    : theirs && texts.duty.changedSince(leaveWords(texts, theirs));
  return (
    <div role="alert">
      {failure && <Failed failure={failure} texts={texts} />}
      {told && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{told}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function LastDay({
  typed,
  today,
  leave: { no },
  texts,
  onType,
}: LeaveFormProps & {
  readonly typed: string;
  readonly today: string;
  readonly onType: (typed: string) => void;
}) {
  const styles = useStyles();
  return (
    <Field
      label={texts.duty.lastDay}
      required
      className={styles.choice}
      {...(no && { validationMessage: noWords(texts, no) })}
    >
      <Input type="date" min={today} value={typed} onChange={(_, { value }) => onType(value)} />
    </Field>
  );
}

function Actions({
  form,
  leave: { busy, isAway, keep },
  texts,
  onClose,
}: LeaveFormProps & { readonly form: string; readonly onClose: () => void }) {
  return (
    <DialogActions fluid>
      {isAway && (
        <Button disabledFocusable={busy} onClick={() => void keep()}>
          {texts.duty.end}
        </Button>
      )}
      <Button onClick={onClose}>{texts.settings.cancel}</Button>
      <Button type="submit" form={form} appearance="primary" disabledFocusable={busy}>
        {texts.duty.save}
      </Button>
    </DialogActions>
  );
}
