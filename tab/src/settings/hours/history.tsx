/** Every version of the opening hours: who changed what and when, and bringing an earlier one back. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import { hoursChanges } from '../../../../bot/domain/opening-hours/opening-hours.ts';
import type { HoursHistory as History, HoursVersionView } from '../../../../bot/domain/views/hours-views.ts';
import { Over, useAbout } from '../../kit/over.tsx';
import { useQuery } from '../../kit/query.ts';
import { Shown } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { Changes, type HoursProps, Why, wordsOf } from './common.tsx';
import { useHoursSaving } from './saving.ts';
import { useHoursStyles } from './styles.ts';
import { momentWords } from './words.ts';

export function HoursHistory(props: HoursProps) {
  const own = useHoursStyles();
  const { say, view, onDone } = props;
  const [isShown, show] = useState(false);
  const { about: chosen, isOpen, ask, close } = useAbout<HoursVersionView>();
  const onSaved = (n: number) => {
    close();
    onDone(say.history.restoredNow(n));
  };
  return (
    <section className={`${own.part} ${own.wide}`} aria-labelledby="hours-history">
      <Text as="h3" id="hours-history" size={400} weight="semibold" className={own.heading}>
        {say.history.heading}
      </Text>
      <Button aria-expanded={isShown} onClick={() => show(!isShown)}>
        {isShown ? say.history.hide : say.history.show}
      </Button>
      {/* begins again when there is a new version */}
      {isShown && <Versions key={view.seen} onChoose={ask} {...props} />}
      <Over alert open={isOpen} onClose={close}>
        {chosen && <Restore {...props} one={chosen} onClose={close} onSaved={() => onSaved(chosen.n)} />}
      </Over>
    </section>
  );
}

type VersionsProps = HoursProps & {
  readonly before?: number;
  readonly onChoose: (one: HoursVersionView) => void;
};

/** One piece of the history; the older one follows when it is wanted. */
function Versions({ before, ...props }: VersionsProps) {
  const styles = useStyles();
  const own = useHoursStyles();
  const { say, texts, server } = props;
  const [older, setOlder] = useState<number>();
  const query = before === undefined ? '' : `?before=${before}`;
  const { remote, again } = useQuery<History>(server, `/hours/history${query}`);
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ versions, more }) => (
        <>
          {versions.length === 0 && <Text>{say.history.none}</Text>}
          <ol className={`${styles.list} ${own.wide}`}>
            {versions.map((one) => (
              <Version key={one.n} one={one} {...props} />
            ))}
          </ol>
          {more && older === undefined && (
            <Button onClick={() => setOlder(versions.at(-1)?.n)}>{say.history.older}</Button>
          )}
          {older !== undefined && <Versions {...props} before={older} />}
        </>
      )}
    </Shown>
  );
}

function Version({ one, say, texts, view, onChoose }: VersionsProps & { readonly one: HoursVersionView }) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const isNow = one.n === view.seen;
  const did = one.restored === undefined ? '' : ` ${say.history.restored(one.restored)}`;
  const by = `${momentWords(texts.language, one.at)} · ${one.by}${did}`;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Text weight="semibold">{say.history.version(one.n)}</Text>
        <Text size={200}>{one.by === undefined ? say.history.began : by}</Text>
        {one.changes.length > 0 && <Changes changes={one.changes} words={wordsOf({ say, texts })} />}
      </div>
      {!isNow && (
        <Button {...backHere} aria-label={say.history.restoreOf(one.n)} onClick={() => onChoose(one)}>
          {say.history.restore}
        </Button>
      )}
    </li>
  );
}

type RestoreProps = HoursProps & {
  readonly one: HoursVersionView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

function Restore({ one, say, texts, view, server, onChanged, onClose, onSaved }: RestoreProps) {
  const saving = useHoursSaving(server, view, onChanged);
  const changes = hoursChanges(view, one, view.today);
  const restore = async () => {
    if (await saving.save({ do: 'restore', version: one.n })) onSaved();
  };
  return (
    <DialogBody>
      <DialogTitle>{say.history.sure(one.n)}</DialogTitle>
      <DialogContent>
        <Why saving={saving} say={say} texts={texts} />
        {changes.length === 0 ? say.history.same : say.history.sureText}
        <Changes changes={changes} words={wordsOf({ say, texts })} />
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{say.cancel}</Button>
        {changes.length > 0 && (
          <Button appearance="primary" disabledFocusable={saving.busy} onClick={() => void restore()}>
            {say.history.restore}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
