/** Takes a page out of use, with the reason. */
import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { instructionLimits } from '../../../bot/domain/instructions/instructions.ts';
import { ChangeDialog, type ChangeProps } from './change-dialog.tsx';
import { titleOf } from './titles.ts';

export function RetireDialog({ view, ...props }: ChangeProps) {
  const { retire } = props.say;
  const [reason, setReason] = useState('');
  return (
    <ChangeDialog
      id={view.id}
      title={retire.of(titleOf(view, props.texts.language))}
      sure={retire.sure}
      confirm={retire.confirm}
      change={{ do: 'retire', reason }}
      {...props}
    >
      <Field label={retire.reason} required>
        <Textarea
          value={reason}
          maxLength={instructionLimits.note}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </ChangeDialog>
  );
}
