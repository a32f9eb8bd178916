/** An advisor's own line: whether they are on duty, and the way to say that they are not. */
import { Button, Skeleton, SkeletonItem, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { DutyView } from '../../../bot/domain/views/staff-views.ts';
import { dayText } from '../instructions/day-text.ts';
import { Over, useAbout } from '../kit/over.tsx';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Failed, Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { LeaveForm } from './leave-form.tsx';
import { savedWords } from './leave-words.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & { readonly name: string };

const path = '/me/duty';
/** A supervisor may change it too, and seldom does. */
const everyMs = 60_000;

export function OwnDuty({ name, texts, server }: Props) {
  const styles = useStyles();
  const { remote, again, show } = useQuery<DutyView>(server, path, everyMs);
  const { about, isOpen, ask, close } = useAbout<DutyView>();
  const [saved, setSaved] = useState<{ readonly words?: string; readonly times: number }>({ times: 0 });
  const onSaved = (now: DutyView) => {
    close();
    show(now);
    setSaved(({ times }) => ({ words: savedWords(texts, name, now), times: times + 1 }));
  };
  return (
    <section className={styles.parts} aria-label={texts.duty.own.label}>
      <Told times={saved.times}>{saved.words}</Told>
      {remote.state === 'loading' && <Coming label={texts.loading} />}
      {remote.state === 'failed' && (
        <Failed failure={remote.failure} texts={texts} onAgain={() => void again()} />
      )}
      {remote.state === 'ready' && <Line duty={remote.value} texts={texts} onChange={ask} />}
      <Over open={isOpen} onClose={close}>
        {about && (
          <LeaveForm
            {...{ path, texts, server, onSaved }}
            title={texts.duty.own.title}
            duty={about}
            onClose={close}
          />
        )}
      </Over>
    </section>
  );
}

/** As high as what comes. */
const Coming = ({ label }: { readonly label: string }) => (
  <Skeleton aria-label={label}>
    <SkeletonItem size={32} />
  </Skeleton>
);

type LineProps = Pick<Props, 'texts'> & {
  readonly duty: DutyView;
  readonly onChange: (duty: DutyView) => void;
};

function Line({ duty, texts, onChange }: LineProps) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const { own } = texts.duty;
  const { lastDayAway } = duty;
  return (
    <div className={styles.line}>
      <Text role="status">{lastDayAway ? own.away(dayText(texts.language, lastDayAway)) : own.here}</Text>
      <Button {...backHere} className={styles.onScreen} onClick={() => onChange(duty)}>
        {lastDayAway ? own.change : own.set}
      </Button>
    </div>
  );
}
