/** What can be done to the page that is shown: printed, edited, published, taken out of use. */
import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';

type Props = InstructionProps & {
  readonly view: InstructionView;
  readonly onDone: (told: string) => Promise<void>;
};

export function Deeds({ view, onDone, ...common }: Props) {
  const { say, me } = common;
  const { actions } = useInstructionStyles();
  const [asking, ask] = useState<DeedDialog>();
  const focusAgain = useRestoreFocusTarget();
  const { id, state, writing } = view;
  const seesVersions =
    state !== 'generated' && (writing !== undefined || me.supervisor || me.advisorIn.length > 0);
  return (
    <div className={actions}>
      <Button onClick={() => window.print()}>{say.page.print}</Button>
      {writing && (
        <Button as="a" href={hrefTo(id, 'write')}>
          {say.page.edit}
        </Button>
      )}
      {seesVersions && (
        <Button as="a" href={hrefTo(id, 'versions')}>
          {say.page.versions}
        </Button>
      )}
      {writing && (state === 'draft' || state === 'changed') && (
        <Button appearance="primary" onClick={() => ask({ about: 'publish', open: true })} {...focusAgain}>
          {say.page.publish}
        </Button>
      )}
      {writing && state !== 'retired' && (
        <Button onClick={() => ask({ about: 'retire', open: true })} {...focusAgain}>
          {say.page.retire}
        </Button>
      )}
      {writing && asking && (
        <Dialogs
          view={view}
          seen={writing.newest.n}
          asking={asking}
          onAsk={ask}
          onDone={onDone}
          {...common}
        />
      )}
    </div>
  );
}

/** It stays when it is closed: what is taken away while open leaves the page behind it unheard. */
type DeedDialog = { readonly about: 'publish' | 'retire'; readonly open: boolean };

type DialogsProps = Props & {
  readonly seen: number;
  readonly asking: DeedDialog;
  readonly onAsk: (asking: DeedDialog) => void;
};

function Dialogs({ asking, onAsk, onDone, ...props }: DialogsProps) {
  const { open, about } = asking;
  const { say, seen } = props;
  const close = () => onAsk({ about, open: false });
  const done = (told: string) => {
    close();
    void onDone(told);
  };
  return about === 'publish' ? (
    <PublishDialog key={seen} open={open} onClose={close} onDone={() => done(say.publish.done)} {...props} />
  ) : (
    <RetireDialog key={seen} open={open} onClose={close} onDone={() => done(say.retire.done)} {...props} />
  );
}
