/** A month's recorded contacts, for supervisors: found by region and person, corrected and deleted with a reason. */
import { Button, Field, Select, Text, Title2 } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { type Month, month } from '../../../bot/domain/names.ts';
import type { RecordedView } from '../../../bot/domain/views/recording-views.ts';
import { Over, useAbout } from '../kit/over.tsx';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { lastMonths, monthText, thisMonth } from '../kit/when.ts';
import { Done, type DoneDeed } from './done.tsx';
import type { RecordingPageProps } from './fields.ts';
import { type EntryDeed, MonthEntry, Sure } from './month-entry.tsx';
import { RemovedEntries } from './removed-entries.tsx';
import { Options } from './short-fields.tsx';

type MonthFilter = {
  readonly month: Month;
  readonly region: string;
  readonly by: string;
  readonly most: number;
};

const step = 100;

export function MonthsPage(common: RecordingPageProps) {
  const styles = useStyles();
  const { texts, server, say } = common;
  const [wish, setWish] = useState<MonthFilter>({ month: thisMonth(), region: '', by: '', most: step });
  const [told, tell] = useState<DoneDeed>();
  const bar = useRef<HTMLDivElement | null>(null);
  const { remote, again } = useQuery<RecordedView>(server, addressOf(wish));
  const done = async (deed: DoneDeed) => {
    tell(deed);
    await again();
    // what was pressed may be gone
    if (document.activeElement === document.body) bar.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {say.months.title}
      </Title2>
      <div ref={bar}>
        <Done told={told} onUndone={() => void done({ words: say.months.takenBack })} {...common} />
      </div>
      <Filters
        wish={wish}
        people={remote.state === 'ready' ? remote.value.people : []}
        onChange={setWish}
        {...common}
      />
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(recorded) => (
          <Entries
            recorded={recorded}
            onMore={() => setWish({ ...wish, most: wish.most + step })}
            onDone={(deed) => void done(deed)}
            onOvertaken={() => void again()}
            {...common}
          />
        )}
      </Shown>
    </>
  );
}

function addressOf({ month: wanted, region, by, most }: MonthFilter): string {
  const query = new URLSearchParams({ ...(region && { region }), ...(by && { by }), most: String(most) });
  return `/recording/months/${wanted}?${query}`;
}

type FiltersProps = RecordingPageProps & {
  readonly wish: MonthFilter;
  readonly people: RecordedView['people'];
  readonly onChange: (wish: MonthFilter) => void;
};

function Filters({ wish, people, onChange, view, say, texts }: FiltersProps) {
  const styles = useStyles();
  const change = (next: Partial<MonthFilter>) => onChange({ ...wish, ...next, most: step });
  return (
    <search aria-label={say.months.title} className={styles.form}>
      <Field label={say.months.month}>
        <Select value={wish.month} onChange={(_, { value }) => change({ month: month(value), by: '' })}>
          {lastMonths().map((one) => (
            <option key={one} value={one}>
              {monthText(texts.language, one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say.months.region}>
        <Select value={wish.region} onChange={(_, { value }) => change({ region: value })}>
          <option value="">{say.months.everywhere}</option>
          <Options choices={view.regions} language={texts.language} />
        </Select>
      </Field>
      <Field label={say.months.person}>
        <Select value={wish.by} onChange={(_, { value }) => change({ by: value })}>
          <option value="">{say.months.everybody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}

type EntriesProps = RecordingPageProps & {
  readonly recorded: RecordedView;
  readonly onMore: () => void;
  readonly onDone: (deed: DoneDeed) => void;
  readonly onOvertaken: () => void;
};

function Entries({ recorded, onMore, ...props }: EntriesProps) {
  const styles = useStyles();
  const { onDone: _, onOvertaken: __, ...common } = props;
  const { say, texts } = common;
  const { entries, removed, count, keptDays } = recorded;
  const { about, isOpen, ask, close } = useAbout<EntryDeed>();
  return (
    <section className={styles.panel} aria-labelledby="month-entries">
      <Text as="h2" id="month-entries" size={500} weight="semibold" className={styles.heading}>
        {monthText(texts.language, recorded.month)}
      </Text>
      <Text role="status">{count === 0 ? say.months.none : say.months.count(count)}</Text>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <MonthEntry
            key={entry.id}
            entry={entry}
            onRemove={() => ask({ entry, deed: 'remove' })}
            {...props}
          />
        ))}
      </ul>
      {entries.length < count && (
        <div className={styles.line}>
          <Text>{say.months.shown(entries.length, count)}</Text>
          <Button onClick={onMore}>{say.months.more}</Button>
        </div>
      )}
      <RemovedEntries entries={removed} onRestore={(entry) => ask({ entry, deed: 'restore' })} {...common} />
      <Text size={200} className={styles.quiet}>
        {say.months.lead(keptDays)}
      </Text>
      <Over alert open={isOpen} onClose={close}>
        {about && <Sure {...about} onClose={close} {...props} />}
      </Over>
    </section>
  );
}
