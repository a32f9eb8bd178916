/** Who changed roles and channels, month by month, from the audit. */
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { type Month, month } from '../../../bot/domain/names.ts';
import type { StaffDeed, StaffHistory } from '../../../bot/domain/views/staff-views.ts';
import { useAsked } from '../asked.ts';
import type { PageProps } from '../pages.ts';
import { Shown } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { SectionHeading } from '../ways-within.tsx';
import { lastMonths, momentText, monthText, thisMonth } from '../when.ts';

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
  const { remote, again } = useAsked<StaffHistory>(server, `/staff/history?month=${shown}`);
  const say = texts.settings.history;
  const words = ({ at, by, did, about }: StaffDeed) => {
    const whom = typeof about === 'string' ? about : about[texts.language];
    return `${momentText(texts.language, at)} · ${by} ${say.did[did](whom)}`;
  };
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ deeds }) =>
        deeds.length === 0 ? (
          <Text>{say.none}</Text>
        ) : (
          <ul className={styles.list}>
            {deeds.map((deed) => (
              <li key={`${deed.at}-${deed.did}-${String(deed.about)}`} className={styles.item}>
                {words(deed)}
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
