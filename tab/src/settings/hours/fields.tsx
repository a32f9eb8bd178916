/** The open times of one day, as fields: usually one stretch, more after a break. */
import { Button, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language, OpenHours } from '../../../../bot/domain/county.ts';
import { hourFlawsOf, hoursLimits } from '../../../../bot/domain/opening-hours/opening-hours.ts';
import type { TabHoursTexts } from '../../../../bot/words/tab/hours-texts.ts';
import { useHoursStyles } from './styles.ts';
import { timeIn, timeWords } from './words.ts';

type Props = {
  /** What the times are of, for those who hear them: a weekday's name. */
  readonly what: string;
  readonly hours: readonly OpenHours[];
  readonly say: TabHoursTexts;
  readonly language: Language;
  /** Tells what is wrong; before the first try to save nothing is said. */
  readonly strict: boolean;
  readonly onChange: (hours: readonly OpenHours[]) => void;
};

/** What a day is given when it opens. */
export const usualHours: readonly OpenHours[] = [{ from: '08:00', to: '16:00' }];

/** The times of a day have no other names. */
const places = ['1.', '2.', '3.', '4.'] as const;

export function HoursFields({ what, hours, say, language, strict, onChange }: Props) {
  const styles = useHoursStyles();
  const flaws = strict ? hourFlawsOf(hours) : [];
  const put = (n: number, change: Partial<OpenHours>) =>
    onChange(hours.map((one, at) => (at === n ? { ...one, ...change } : one)));
  return (
    <div className={styles.stretches}>
      {hours.map((one, n) => (
        <Stretch
          key={places[n]}
          {...{ one, say, language }}
          what={n === 0 ? what : `${what} ${places[n]}`}
          flaw={flaws.find((found) => found.n === n)?.flaw}
          onChange={(change) => put(n, change)}
          {...(n > 0 && {
            less: {
              label: say.week.lessOn(what, n + 1),
              act: () => onChange(hours.filter((_, at) => at !== n)),
            },
          })}
        />
      ))}
      {hours.length < hoursLimits.stretches && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.more}
          aria-label={say.week.moreOn(what)}
          onClick={() => onChange([...hours, { from: '', to: '' }])}
        >
          {say.week.more}
        </Button>
      )}
    </div>
  );
}

type StretchProps = Pick<Props, 'what' | 'say' | 'language'> & {
  readonly one: OpenHours;
  readonly flaw: keyof TabHoursTexts['flaw'] | undefined;
  readonly onChange: (change: Partial<OpenHours>) => void;
  readonly less?: { readonly label: string; readonly act: () => void };
};

function Stretch({ what, one, say, language, flaw, less, onChange }: StretchProps) {
  const styles = useHoursStyles();
  const common = { language, isWrong: flaw !== undefined };
  return (
    <div>
      <div className={styles.stretch}>
        <Time
          label={say.week.from(what)}
          time={one.from}
          {...common}
          onChange={(from) => onChange({ from })}
        />
        <span aria-hidden>–</span>
        <Time label={say.week.to(what)} time={one.to} {...common} onChange={(to) => onChange({ to })} />
        {less && (
          <Button size="small" appearance="subtle" aria-label={less.label} onClick={less.act}>
            {say.week.less}
          </Button>
        )}
      </div>
      {flaw && (
        <Text role="alert" size={200} className={styles.flaw}>
          {say.flaw[flaw]}
        </Text>
      )}
    </div>
  );
}

type TimeProps = {
  readonly label: string;
  readonly time: string;
  readonly language: Language;
  readonly isWrong: boolean;
  readonly onChange: (time: string) => void;
};

/** By 24 hours whatever the browser's own language: a browser's time field has its own mind about that. */
function Time({ label, time, language, isWrong, onChange }: TimeProps) {
  const styles = useHoursStyles();
  const [typed, setTyped] = useState('');
  return (
    <Input
      className={styles.time}
      aria-label={label}
      autoComplete="off"
      maxLength={5}
      value={timeIn(typed) === time ? typed : timeWords(language, time)}
      {...(isWrong && { 'aria-invalid': true })}
      onChange={(_, { value }) => {
        setTyped(value);
        onChange(timeIn(value));
      }}
      onBlur={() => setTyped(timeWords(language, time))}
    />
  );
}
