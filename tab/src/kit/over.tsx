/** A dialog over the page. It stays in the tree when closed, so that what lies below can be reached again. */
import { Dialog, DialogSurface } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

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
  /** Begins again each time the dialog opens. */
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

/** What a dialog is about. It stays when the dialog closes, so that its words don't change while it fades away. */
export function useAbout<One>() {
  const [about, setAbout] = useState<One>();
  const [isOpen, setOpen] = useState(false);
  const ask = (one: One) => {
    setAbout(() => one);
    setOpen(true);
  };
  return { about, isOpen, ask, close: () => setOpen(false) };
}
