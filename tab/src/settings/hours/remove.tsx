/** Asks before an exceptional day is taken away. */
import { Button, DialogActions, DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import type { OpeningException } from '../../../../bot/domain/county.ts';
import { type HoursProps, Why } from './common.tsx';
import { useHoursSaving } from './saving.ts';
import { dayWords } from './words.ts';

type Props = HoursProps & {
  readonly one: OpeningException;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

export function RemoveException({ one, say, texts, server, view, onChanged, onClose, onSaved }: Props) {
  const saving = useHoursSaving(server, view, onChanged);
  const remove = async () => {
    if (await saving.save({ do: 'removeException', day: one.day })) onSaved();
  };
  return (
    <DialogBody>
      <DialogTitle>{say.exceptions.sureRemove(dayWords(texts.language, one.day))}</DialogTitle>
      <DialogContent>
        <Why saving={saving} say={say} texts={texts} />
        {say.exceptions.afterRemove}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{say.cancel}</Button>
        <Button appearance="primary" disabledFocusable={saving.busy} onClick={() => void remove()}>
          {say.exceptions.remove}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
