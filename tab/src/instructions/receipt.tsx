/** “I have read this”, of the version that is in force. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { Brought } from '../kit/brought.tsx';
import { useStyles } from '../kit/styles.ts';
import { useChanging } from './changing.ts';
import { type InstructionProps, pathOf } from './common.ts';

type Props = InstructionProps & { readonly view: InstructionView; readonly onDone: () => Promise<void> };

export function Receipt({ view, onDone, ...common }: Props) {
  const styles = useStyles();
  const { say } = common;
  const { busy, why, act } = useChanging(common);
  const { id, version } = view;
  const confirm = async () => {
    const undone = await act({ method: 'POST', path: pathOf(id, '/receipts'), body: { version } });
    if (!undone) await onDone();
  };
  return (
    <Brought by={view.read} className={styles.onScreen}>
      <div role="status">
        {view.read ? (
          <Text>✓ {say.receipt.done(version)}</Text>
        ) : (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void confirm()}>
            {say.receipt.confirm}
          </Button>
        )}
        {why && (
          <MessageBar intent="error">
            <MessageBarBody>{why}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </Brought>
  );
}
