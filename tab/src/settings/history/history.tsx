/** Who changed roles, channels and what was recorded, month by month, from the audit. */
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { type Month, month } from '../../../../bot/domain/names.ts';
import type { RecordedDeed, StaffDeed, StaffHistory } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../../kit/pages.ts';
import { useQuery } from '../../kit/query.ts';
import { Shown } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { SectionHeading } from '../../kit/ways-within.tsx';
import { lastMonths, momentText, monthText, thisMonth } from '../../kit/when.ts';
import { rolesOf } from '../people/roles.ts';

type Props = Pick<PageProps, 'texts' | 'server'>;

/** The audit of a month is long: it is read when somebody wants it. */
export function History({ texts, server }: Props) {
  const styles = useStyles();
  const say = texts.settings.history;
  const [isShown, show] = useState(false);
  const [shown, setShown] = useState(thisMonth);
  return (
    <section className={styles.panel} aria-labelledby="history">
      <SectionHeading id="history">{say.heading}</SectionHeading>
      <div>
        <Button aria-expanded={isShown} onClick={() => show(!isShown)}>
          {isShown ? say.hide : say.show}
        </Button>
      </div>
      {isShown && (
        <>
          <Field label={say.month} className={styles.choice}>
            <Select value={shown} onChange={(_, { value }) => setShown(month(value))}>
              {lastMonths().map((one) => (
                <option key={one} value={one}>
                  {monthText(texts.language, one)}
                </option>
              ))}
            </Select>
          </Field>
          <Deeds month={shown} texts={texts} server={server} />
        </>
      )}
    </section>
  );
}

function Deeds({ month: shown, texts, server }: Props & { readonly month: Month }) {
  const styles = useStyles();
  const { remote, again } = useQuery<StaffHistory>(server, `/staff/history?month=${shown}`);
  const say = texts.settings.history;
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ deeds, recorded, regions }) => (
        <>
          <Lines lines={deeds.map((deed) => deedText(deed, regions, texts))} none={say.none} />
          <Text as="h3" size={400} weight="semibold" className={styles.heading}>
            {say.recorded.heading}
          </Text>
          <Lines lines={recorded.map((deed) => recordedText(deed, texts))} none={say.recorded.none} />
        </>
      )}
    </Shown>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  const styles = useStyles();
  if (lines.length === 0) return <Text>{none}</Text>;
  return (
    <ul className={styles.list}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two deeds of a moment may read the same, and none moves
        <li key={index} className={styles.item}>
          {line}
        </li>
      ))}
    </ul>
  );
}

/** `23.11.2026 klo 9.00 · Elina Esimies muutti rooleja: Niina Nurminen · Esihenkilö` */
function deedText(
  { at, by, did, about, roles }: StaffDeed,
  regions: StaffHistory['regions'],
  texts: TabTexts,
): string {
  const whom = typeof about === 'string' ? about : about[texts.language];
  const deed = `${by} ${texts.settings.history.did[did](whom)}`;
  const after = roles ? [rolesOf(roles, regions, texts).join(', ')] : [];
  return [momentText(texts.language, at), deed, ...after].join(' · ');
}

function recordedText({ at, by, did, why }: RecordedDeed, texts: TabTexts): string {
  const say = texts.settings.history.recorded;
  const reason = why === undefined ? [] : [say.why(why)];
  return [momentText(texts.language, at), `${by} ${say.did[did]}`, ...reason].join(' · ');
}
