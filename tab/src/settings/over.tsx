/** A dialog over the page. It stays in the tree when closed, so that what lies below can be reached again. */
import { Dialog, DialogSurface } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export function Over({
  open,
  alert = false,
  onClose,
  children,
}: {
  readonly open: boolean;
  /** Only an answer closes it, no press beside it. */
  readonly alert?: boolean;
  readonly onClose: () => void;
  /** Begins anew each time the dialog opens. */
  readonly children: ReactNode;
}) {
  return (
    <Dialog
      modalType={alert ? 'alert' : 'modal'}
      open={open}
      onOpenChange={(_, next) => !next.open && onClose()}
    >
      <DialogSurface>{children}</DialogSurface>
    </Dialog>
  );
}
