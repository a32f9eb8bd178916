/** What did not reach its receiver, with the button by which a person has it sent again. */
import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import type { NowView, UndeliveredRow } from '../../../bot/domain/views/now-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import { useDeed } from '../kit/deed.ts';
import type { PageProps } from '../kit/pages.ts';
import { Failed, Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { ThreadLink } from './thread-link.tsx';

type Props = Pick<PageProps, 'texts' | 'server' | 'openLink'> & {
  readonly view: NowView;
  readonly onAgain: () => Promise<void>;
};

export function UndeliveredCases({ view, texts, server, openLink, onAgain }: Props) {
  const styles = useStyles();
  const { busy, failure, act } = useDeed(server);
  const [resent, setResent] = useState<string>();
  const say = texts.now.undelivered;
  const resend = async ({ id }: UndeliveredRow) => {
    setResent(undefined);
    if (await act({ method: 'POST', path: `/now/cases/${id}/resend` }))
      setResent(say.resent(spokenCaseId(id)));
    await onAgain();
  };
  return (
    <section className={styles.panel} aria-labelledby="undelivered">
      <Text as="h2" id="undelivered" size={500} weight="semibold" className={styles.heading}>
        {say.heading}
      </Text>
      {failure && <Failed failure={failure} texts={texts} />}
      <Told>{resent}</Told>
      {view.undelivered.length === 0 && <Text>{say.none}</Text>}
      {view.undelivered.length > 0 && (
        <ul className={styles.list}>
          {view.undelivered.map((row) => (
            <li key={row.id} className={styles.row}>
              <What row={row} texts={texts} />
              <ThreadLink row={row} texts={texts} openLink={openLink} />
              <Resend row={row} texts={texts} busy={busy} onResend={() => void resend(row)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type UndeliveredRowProps = { readonly row: UndeliveredRow; readonly texts: TabTexts };

function What({ row: { id, topic, what, asker }, texts }: UndeliveredRowProps) {
  const styles = useStyles();
  return (
    <div className={styles.grow}>
      <span className={styles.line}>
        <Text weight="semibold" font="numeric">
          {spokenCaseId(id)}
        </Text>
        <Text>{topic[texts.language]}</Text>
      </span>
      {what.map((one) => (
        <Text key={one} size={200}>
          {texts.now.undelivered.to[one](asker)}
        </Text>
      ))}
    </div>
  );
}

function Resend({
  row,
  texts,
  busy,
  onResend,
}: UndeliveredRowProps & { readonly busy: boolean; readonly onResend: () => void }) {
  const styles = useStyles();
  const say = texts.now.undelivered;
  return (
    <Button
      className={styles.onScreen}
      disabledFocusable={busy}
      aria-label={say.resendOf(spokenCaseId(row.id))}
      onClick={onResend}
    >
      {say.resend}
    </Button>
  );
}
