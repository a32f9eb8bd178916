/** What is looked at: the month, the filters, and whether it is to be passed on. */
import { Button, Checkbox, Field, mergeClasses, Select } from '@fluentui/react-components';
import type { Month } from '../../../bot/domain/names.ts';
import type { Names, TallyView } from '../../../bot/domain/views/tally-views.ts';
import { useStyles } from '../kit/styles.ts';
import { monthText } from '../kit/when.ts';
import { monthAfter, type TallyQuery } from './asking.ts';
import { useTallyStyles } from './tally-styles.ts';
import { nameOf, type Say } from './words.ts';

type ChoicesProps = {
  readonly asking: TallyQuery;
  readonly thisMonth: Month;
  /** What was seen last: its names are those that one can choose from. */
  readonly seen: TallyView | undefined;
  readonly say: Say;
  /** Whether one sees more than everybody does. */
  readonly inFull: boolean;
  readonly onAsk: (asking: TallyQuery) => void;
};

/** Twice the run: older months are reached by their reports' links. */
const monthsOffered = 48;

export function Choices(props: ChoicesProps) {
  const [styles, { ownLine }] = [useStyles(), useTallyStyles()];
  const { asking, say, inFull, onAsk } = props;
  return (
    <fieldset className={mergeClasses(styles.fieldset, styles.form)} aria-label={say.choose.label}>
      <MonthChoice {...props} />
      {inFull && !asking.shared && <Filters {...props} />}
      {inFull && (
        <Checkbox
          className={mergeClasses(styles.onScreen, ownLine)}
          label={say.choose.shared}
          checked={asking.shared}
          onChange={(_, { checked }) => onAsk({ ...asking, cut: {}, shared: checked === true })}
        />
      )}
    </fieldset>
  );
}

function MonthChoice({ asking, thisMonth, say, onAsk }: ChoicesProps) {
  const [styles, { step: narrow, together }] = [useStyles(), useTallyStyles()];
  const go = (month: Month) => onAsk({ ...asking, month });
  const step = (label: string, sign: string, n: number, disabled: boolean) => (
    <Button
      className={mergeClasses(styles.onScreen, narrow)}
      aria-label={label}
      disabledFocusable={disabled}
      onClick={() => go(monthAfter(asking.month, n))}
    >
      {sign}
    </Button>
  );
  const named = (month: Month) => {
    const name = monthText(say.language, month);
    return month === thisMonth ? say.choose.running(name) : name;
  };
  return (
    <div className={together}>
      <Field label={say.choose.month}>
        <Select value={asking.month} onChange={(_, { value }) => go(value as Month)}>
          {monthsTo(thisMonth, asking.month).map((month) => (
            <option key={month} value={month}>
              {named(month)}
            </option>
          ))}
        </Select>
      </Field>
      {step(say.choose.earlier, '←', -1, false)}
      {step(say.choose.later, '→', 1, asking.month >= thisMonth)}
    </div>
  );
}

/** The newest first; the one that is shown among them, however old it is. */
function monthsTo(last: Month, shown: Month): readonly Month[] {
  const months = Array.from({ length: monthsOffered }, (_, nth) => monthAfter(last, -nth));
  return months.includes(shown) ? months : [...months, shown].toSorted().toReversed();
}

function Filters(props: ChoicesProps) {
  const { seen } = props;
  if (!seen) return null;
  const ids = (names: Names[keyof Names]) => Object.keys(names ?? {});
  const regions = seen.regions.map(({ id }) => id);
  return (
    <>
      {regions.length > 1 && <Filter dimension="region" values={regions} {...props} />}
      <Filter dimension="channel" values={Object.keys(props.say.in.value.channel)} {...props} />
      <Filter dimension="topic" values={ids(seen.names.topic)} {...props} />
    </>
  );
}

function Filter({
  dimension,
  values,
  asking,
  seen,
  say,
  onAsk,
}: ChoicesProps & {
  readonly dimension: 'region' | 'channel' | 'topic';
  readonly values: readonly string[];
}) {
  const choose = (value: string) => {
    const { [dimension]: _, ...others } = asking.cut;
    onAsk({ ...asking, cut: value === '' ? others : { ...others, [dimension]: [value] } });
  };
  return (
    <Field label={say.in.dimension[dimension]}>
      <Select value={asking.cut[dimension]?.[0] ?? ''} onChange={(_, { value }) => choose(value)}>
        <option value="">{say.choose.all}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(say, seen?.names ?? {}, dimension, value)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
