/** What can be done to the page that is shown: printed, edited, published, taken out of use. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/library-views.ts';
import { useStyles } from '../styles.ts';
import { type Common, hrefTo } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';

type Props = Common & {
  readonly view: InstructionView;
  readonly onDone: (told: string) => Promise<void>;
};

export function Deeds({ view, onDone, ...common }: Props) {
  const { say, me } = common;
  const { actions } = useInstructionStyles();
  const [open, setOpen] = useState<'publish' | 'retire'>();
  const { id, state, writing } = view;
  const seesVersions =
    state !== 'generated' && (writing !== undefined || me.supervisor || me.advisorIn.length > 0);
  const close = () => setOpen(undefined);
  const done = async (told: string) => {
    close();
    await onDone(told);
  };
  return (
    <div className={actions}>
      <Button onClick={() => window.print()}>{say.page.print}</Button>
      {writing && <Way to={hrefTo(id, 'write')}>{say.page.edit}</Way>}
      {seesVersions && <Way to={hrefTo(id, 'versions')}>{say.page.versions}</Way>}
      {writing && (state === 'draft' || state === 'changed') && (
        <Button appearance="primary" onClick={() => setOpen('publish')}>
          {say.page.publish}
        </Button>
      )}
      {writing && state !== 'retired' && <Button onClick={() => setOpen('retire')}>{say.page.retire}</Button>}
      {writing && open === 'publish' && (
        <PublishDialog
          view={view}
          seen={writing.newest.n}
          onClose={close}
          onDone={() => void done(say.publish.done)}
          {...common}
        />
      )}
      {writing && open === 'retire' && (
        <RetireDialog
          view={view}
          seen={writing.newest.n}
          onClose={close}
          onDone={() => void done(say.retire.done)}
          {...common}
        />
      )}
    </div>
  );
}

function Way({ to, children }: { readonly to: string; readonly children: string }) {
  const styles = useStyles();
  return (
    <a href={to} className={mergeClasses(styles.way, styles.wayOpen)}>
      {children}
    </a>
  );
}
