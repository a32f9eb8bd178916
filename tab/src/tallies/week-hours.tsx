/** When people ask: hours down, weekdays across, each cell its number on a shade of its own. */
import { mergeClasses, Text } from '@fluentui/react-components';
import type { CSSProperties, ReactNode } from 'react';
import { Scrolled } from '../kit/scrolled.tsx';
import { useStyles } from '../kit/styles.ts';
import { Panel } from './panel.tsx';
import { LookedBehind, type OnLook } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import { hourText, type Say, weekdays, weekdayText } from './words.ts';

/** Monday first, midnight first. */
type Heat = readonly (readonly number[])[];

/** From the first hour with contacts to the last one, so that a quiet night takes no room. */
export function hoursOf(heat: Heat): readonly number[] {
  const busy = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    heat.some((day) => (day[hour] ?? 0) > 0),
  );
  const [first = 0, last = -1] = [busy[0], busy.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

type Props = { readonly heat: Heat; readonly say: Say; readonly onLook: OnLook | undefined };

export function WeekHours({ heat, say, onLook }: Props) {
  const styles = useStyles();
  const most = Math.max(1, ...heat.flat());
  const { language } = say;
  return (
    <Panel id="heat" heading={say.heat.heading}>
      <Text>{say.heat.text}</Text>
      <Scrolled label={say.tableOf(say.heat.heading)}>
        <table className={styles.table} aria-labelledby="heat">
          <thead>
            <tr>
              <th scope="col" className={styles.quiet}>
                {say.heat.hour}
              </th>
              {weekdays.map((day, nth) => (
                <th key={day} scope="col" style={{ textAlign: 'center' }}>
                  {weekdayText(language, nth)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursOf(heat).map((hour) => (
              <tr key={hour}>
                <th scope="row" className={mergeClasses(styles.cell, styles.quiet)}>
                  {hourText(hour)}
                </th>
                {weekdays.map((day, nth) => (
                  <Shade key={day} n={heat[nth]?.[hour] ?? 0} most={most}>
                    <LookedBehind
                      cell={heat[nth]?.[hour] ?? 0}
                      what={`${weekdayText(language, nth)} ${hourText(hour)}`}
                      within={{ weekday: [day], hour: [String(hour)] }}
                      say={say}
                      onLook={onLook}
                    />
                  </Shade>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Panel>
  );
}

function Shade({
  n,
  most,
  children,
}: {
  readonly n: number;
  readonly most: number;
  readonly children: ReactNode;
}) {
  const { shade } = useTallyStyles();
  const part = { '--part': n / most } as CSSProperties;
  return (
    <td className={shade} style={part}>
      {children}
    </td>
  );
}
