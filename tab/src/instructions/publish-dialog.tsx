/** Publishes a draft: what changed, who is told, and when it is looked through again. */
import { Field, Input, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { callsItselfDraft, instructionLimits } from '../../../bot/domain/instructions/instructions.ts';
import { ChangeDialog, type ChangeProps } from './change-dialog.tsx';
import { titleOf } from './titles.ts';

const tellings = ['channels', 'everyone', 'nobody'] as const;
type TellingChoice = (typeof tellings)[number];

export function PublishDialog({ view, ...props }: ChangeProps) {
  const { say, texts } = props;
  const { publish } = say;
  const { writing } = view;
  const [note, setNote] = useState('');
  const [tell, setTell] = useState<TellingChoice>('channels');
  const [reviewBy, setReviewBy] = useState<string>(view.reviewBy ?? '');
  const isNewDay = reviewBy !== '' && reviewBy !== view.reviewBy;
  return (
    <ChangeDialog
      id={view.id}
      title={publish.of(titleOf(view, texts.language))}
      sure={publish.sure}
      confirm={publish.confirm}
      change={{ do: 'publish', note, tell, ...(isNewDay && { reviewBy }) }}
      {...props}
    >
      {writing && Object.values(writing.newest.wordings).some(({ text }) => callsItselfDraft(text)) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{publish.callsItselfDraft}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={publish.note} hint={publish.noteHint} required>
        <Textarea
          value={note}
          maxLength={instructionLimits.note}
          resize="vertical"
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
      <Field label={publish.tell}>
        <Select
          value={tell}
          onChange={(_, { value }) => setTell(tellings.find((one) => one === value) ?? 'channels')}
        >
          {tellings.map((one) => (
            <option key={one} value={one}>
              {publish.telling[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={publish.reviewBy}>
        <Input type="date" value={reviewBy} onChange={(_, { value }) => setReviewBy(value)} />
      </Field>
    </ChangeDialog>
  );
}
