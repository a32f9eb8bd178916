/** How much has been asked this month: the whole county, and each region one may see. */
import { mergeClasses, Text } from '@fluentui/react-components';
import type { RegionSummary, SummaryView } from '../../../bot/domain/views/tab-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import { useStyles } from '../kit/styles.ts';
import { monthText } from '../kit/when.ts';

export function MonthPanel({ summary, texts }: { readonly summary: SummaryView; readonly texts: TabTexts }) {
  const styles = useStyles();
  const { contacts, month, regions } = summary;
  return (
    <section className={styles.panel} aria-labelledby="month">
      <Text as="h2" id="month" size={500} weight="semibold" className={styles.heading}>
        {texts.month.heading(monthText(texts.language, month))}
      </Text>
      <Text className={styles.quiet}>{texts.month.county}</Text>
      <Total contacts={contacts} texts={texts} />
      {regions && <ByRegion regions={regions} texts={texts} />}
    </section>
  );
}

function Total({
  contacts,
  texts,
}: {
  readonly contacts: SummaryView['contacts'];
  readonly texts: TabTexts;
}) {
  const styles = useStyles();
  if (contacts === 'hidden') return <Text>{texts.month.few}</Text>;
  if (contacts === 0) return <Text>{texts.month.none}</Text>;
  return (
    <p className={styles.figure}>
      <Text size={900} weight="semibold">
        {contacts.toLocaleString(texts.language)}
      </Text>
      <Text>{texts.month.total(contacts)}</Text>
    </p>
  );
}

function ByRegion({
  regions,
  texts,
}: {
  readonly regions: readonly RegionSummary[];
  readonly texts: TabTexts;
}) {
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <table className={styles.table} aria-label={texts.month.byRegion}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            <Text className={styles.quiet}>{texts.month.region}</Text>
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            <Text className={styles.quiet}>{texts.month.contacts}</Text>
          </th>
        </tr>
      </thead>
      <tbody>
        {regions.map(({ region, contacts }) => (
          <tr key={region.id}>
            <th scope="row" className={styles.cell}>
              {region.name[texts.language]}
            </th>
            <td className={number}>{contacts.toLocaleString(texts.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
