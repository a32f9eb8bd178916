/** What stands in a place while its content is fetched, when it can't be had, and when a deed has been done. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Failure, Remote } from './remote.ts';
import { useStyles } from './styles.ts';

type StateProps = { readonly texts: TabTexts };

/** Draws what is here by `children`; until then, or if it does not come, says so in the same place. */
export function Shown<Value>({
  remote,
  onAgain,
  texts,
  children,
}: StateProps & {
  readonly remote: Remote<Value>;
  readonly onAgain: () => void;
  readonly children: (value: Value) => ReactNode;
}) {
  switch (remote.state) {
    case 'loading':
      return <Waiting texts={texts} />;
    case 'failed':
      return <Failed texts={texts} failure={remote.failure} onAgain={onAgain} />;
    case 'ready':
      return children(remote.value);
  }
}

export function Waiting({ texts }: StateProps) {
  const styles = useStyles();
  return (
    <Skeleton className={mergeClasses(styles.wide, styles.skeleton)} aria-label={texts.loading}>
      <SkeletonItem size={32} />
      <SkeletonItem size={96} />
      <SkeletonItem size={128} />
    </Skeleton>
  );
}

/** Without `onAgain` there is nothing to try again. */
export function Failed({
  failure,
  texts,
  onAgain,
}: StateProps & { readonly failure: Failure; readonly onAgain?: () => void }) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.wide}>
      <MessageBarBody>
        <MessageBarTitle>{texts.failed.heading}</MessageBarTitle>
        {texts.failed[failure]}
      </MessageBarBody>
      {onAgain && (
        <MessageBarActions>
          <Button onClick={onAgain}>{texts.tryAgain}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What a screen reader hears as soon as it is there; nothing is seen of it when it is empty. */
export function Told({
  times,
  children,
}: {
  /** Grows with each deed: the same words of another one are heard again. */
  readonly times?: number;
  readonly children?: string | undefined;
}) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.told}>
      {children && (
        <MessageBar key={times} intent="success">
          <MessageBarBody>{children}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
