/** The frame of a change that is asked about before it is made: what is filled in, what follows, yes or no. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { useStyles } from '../kit/styles.ts';
import { useChanging } from './changing.ts';
import { type InstructionProps, pathOf } from './common.ts';

/** What every change of a page needs. */
export type ChangeProps = InstructionProps & {
  readonly open: boolean;
  readonly view: InstructionView;
  /** The version that the change goes on from. */
  readonly seen: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

type Props = Omit<ChangeProps, 'view'> & {
  readonly id: string;
  readonly title: string;
  readonly sure: string;
  readonly confirm: string;
  readonly change: { readonly do: string; readonly [field: string]: unknown };
  readonly children?: ReactNode;
};

export function ChangeDialog({
  open,
  id,
  seen,
  title,
  sure,
  confirm,
  change,
  children,
  onClose,
  onDone,
  ...common
}: Props) {
  const styles = useStyles();
  const { busy, why, act } = useChanging(common);
  const make = async () => {
    const undone = await act({ method: 'POST', path: pathOf(id, '/changes'), body: { ...change, seen } });
    if (!undone) onDone();
  };
  return (
    <Dialog open={open} onOpenChange={(_, next) => !next.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.parts}>
            {why && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{why}</MessageBarBody>
              </MessageBar>
            )}
            {children}
            <Text>{sure}</Text>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.texts.settings.cancel}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void make()}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
