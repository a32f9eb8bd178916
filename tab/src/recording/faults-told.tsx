/** Why a deed was not done, each reason on a line of its own; heard as soon as it is there. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useStyles } from '../kit/styles.ts';

export function FaultsTold({ why }: { readonly why: readonly string[] }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.told}>
      {why.map((line) => (
        <MessageBar key={line} intent="error" layout="multiline">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
