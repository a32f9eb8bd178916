/** What has just been done to an entry, and the press that undoes it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { WriteRequest } from '../kit/server.ts';
import { useStyles } from '../kit/styles.ts';
import { whyNotRecorded } from './entry.ts';
import { overtakenBy, theirsIn } from './entry-words.ts';
import type { RecordingPageProps } from './fields.ts';
import { heldNow } from './keyboard.ts';

export type DoneDeed = {
  readonly words: string;
  /** What brings it back to what it was; absent when it can't be. */
  readonly undo?: WriteRequest;
  /** Where the keyboard was when it began. */
  readonly begun?: Element | null;
};

type Props = RecordingPageProps & {
  readonly told: DoneDeed | undefined;
  /** `begun`: where the keyboard was then. */
  readonly onUndone: (begun: Element | null) => void;
};

export function Done({ told, onUndone, ...common }: Props) {
  const styles = useStyles();
  // the same words of another deed are told again, and begin without what the former one met
  const [last, follow] = useState({ told, times: 0 });
  if (last.told !== told) follow({ told, times: last.times + 1 });
  return (
    <div role="status" className={styles.told}>
      {told && <Bar key={last.times} told={told} onUndone={onUndone} {...common} />}
    </div>
  );
}

function Bar({ told: { words, undo }, onUndone, ...common }: Props & { readonly told: DoneDeed }) {
  const { server, say, texts } = common;
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  // what an everyday no forbids is no more to be had by pressing again
  const [isOver, end] = useState(false);
  const takeBack = async (deed: WriteRequest) => {
    const begun = heldNow();
    setBusy(true);
    const undone = await server.act(deed);
    setBusy(false);
    if (!undone) return onUndone(begun);
    const theirs = theirsIn(undone);
    setWhy(theirs ? overtakenBy(theirs, common) : whyNotRecorded(undone, say, texts).join(' '));
    end(undone.no !== undefined);
  };
  return (
    <MessageBar intent={why ? 'error' : 'success'} layout="multiline">
      <MessageBarBody>{why ?? words}</MessageBarBody>
      {undo && !isOver && (
        <MessageBarActions>
          <Button size="small" disabledFocusable={busy} onClick={() => void takeBack(undo)}>
            {say.undo}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
