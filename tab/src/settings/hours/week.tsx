/** The week's opening hours as a form; a weekday that closes is asked about before it is saved. */
import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { OpenWeek, Weekday } from '../../../../bot/domain/county.ts';
import {
  closesADay,
  hourFlawsOf,
  hoursChanges,
  weekdays,
} from '../../../../bot/domain/opening-hours/opening-hours.ts';
import { Over } from '../../kit/over.tsx';
import { useStyles } from '../../kit/styles.ts';
import { Changes, type HoursProps, Why, wordsOf } from './common.tsx';
import { HoursFields, usualHours } from './fields.tsx';
import { type Saving, useHoursSaving } from './saving.ts';
import { useHoursStyles } from './styles.ts';
import { capital, weekdayName } from './words.ts';

export function HoursWeek(props: HoursProps) {
  const styles = useStyles();
  const own = useHoursStyles();
  const backHere = useRestoreFocusTarget();
  const { say, texts, view, server, onChanged, onDone } = props;
  const saving = useHoursSaving(server, view, onChanged);
  const form = useWeek(props, saving, () => onDone(say.saved));
  return (
    <form className={`${own.part} ${own.wide}`} aria-labelledby="hours-week" onSubmit={form.submit}>
      <Text as="h3" id="hours-week" size={400} weight="semibold" className={own.heading}>
        {say.week.heading}
      </Text>
      <Why saving={saving} say={say} texts={texts} />
      <div className={own.wide}>
        {weekdays.map((weekday) => (
          <DayFields key={weekday} weekday={weekday} form={form} say={say} texts={texts} />
        ))}
      </div>
      <Text size={200} className={styles.quiet}>
        {say.week.confirms}
      </Text>
      <div className={styles.line}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={saving.busy || !form.isChanged}
          {...backHere}
        >
          {say.week.save}
        </Button>
        {form.isChanged && <Button onClick={form.undo}>{say.week.undo}</Button>}
      </div>
      <Over alert open={form.asking} onClose={form.back}>
        <Sure {...props} changes={form.changes.filter(closesADay)} saving={saving} form={form} />
      </Over>
    </form>
  );
}

type WeekForm = ReturnType<typeof useWeek>;

/** What is typed lives beside what is in force: without it the form shows what is. */
function useWeek({ view }: HoursProps, saving: Saving, onSaved: () => void) {
  const [typed, setTyped] = useState<OpenWeek>();
  const [strict, setStrict] = useState(false);
  const [asking, ask] = useState(false);
  const week = typed ?? view.week;
  const changes = hoursChanges(view, { ...view, week }, view.today);
  const save = async () => {
    const done = await saving.save({ do: 'setWeek', week });
    ask(false);
    if (!done) return;
    setTyped(undefined);
    onSaved();
  };
  return {
    week,
    changes,
    strict,
    asking,
    isChanged: changes.length > 0,
    put: (weekday: Weekday, hours: OpenWeek[Weekday]) => setTyped({ ...week, [weekday]: hours }),
    back: () => ask(false),
    save: () => void save(),
    undo() {
      setTyped(undefined);
      setStrict(false);
      saving.forget();
    },
    submit(submit: FormEvent) {
      submit.preventDefault();
      if (saving.busy || changes.length === 0) return;
      const hasFlaws = weekdays.some((weekday) => hourFlawsOf(week[weekday]).length > 0);
      setStrict(hasFlaws);
      if (hasFlaws) return;
      if (changes.some(closesADay)) ask(true);
      else void save();
    },
  };
}

type DayProps = Pick<HoursProps, 'say' | 'texts'> & { readonly weekday: Weekday; readonly form: WeekForm };

function DayFields({ weekday, form, say, texts }: DayProps) {
  const own = useHoursStyles();
  const name = capital(weekdayName(texts.language, weekday));
  const hours = form.week[weekday];
  const isOpen = hours.length > 0;
  return (
    <div className={own.weekday}>
      <div className={own.name}>
        <Checkbox
          label={name}
          aria-label={say.week.open(name)}
          checked={isOpen}
          onChange={(_, { checked }) => form.put(weekday, checked ? usualHours : [])}
        />
      </div>
      {isOpen ? (
        <HoursFields
          what={name}
          hours={hours}
          say={say}
          language={texts.language}
          strict={form.strict}
          onChange={(next) => form.put(weekday, next)}
        />
      ) : (
        <Text className={own.closed}>{say.closed}</Text>
      )}
    </div>
  );
}

type WeekSureProps = Pick<HoursProps, 'say' | 'texts'> & {
  readonly changes: WeekForm['changes'];
  readonly saving: Saving;
  readonly form: WeekForm;
};

function Sure({ say, texts, changes, saving, form }: WeekSureProps) {
  return (
    <DialogBody>
      <DialogTitle>{say.week.sure}</DialogTitle>
      <DialogContent>
        {say.week.sureClosing}
        <Changes changes={changes} words={wordsOf({ say, texts })} />
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={form.back}>{say.back}</Button>
        <Button appearance="primary" disabledFocusable={saving.busy} onClick={form.save}>
          {say.week.save}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
