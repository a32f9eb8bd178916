/** The temporary services that run today, the first to end first. */
import { Text } from '@fluentui/react-components';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import type { NowView } from '../../../bot/domain/views/now-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { useStyles } from '../kit/styles.ts';
import { daysText } from '../kit/when.ts';
import { ThreadLink } from './thread-link.tsx';

type Props = { readonly view: NowView; readonly texts: TabTexts; readonly openLink: PageProps['openLink'] };

export function RunningGrants({ view, texts, openLink }: Props) {
  const styles = useStyles();
  const say = texts.now.running;
  return (
    <section className={styles.panel} aria-labelledby="running">
      <Text as="h2" id="running" size={500} weight="semibold" className={styles.heading}>
        {say.heading}
      </Text>
      {view.running.length === 0 ? (
        <Text>{say.none}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
        <section className={styles.scroll} aria-label={texts.table(say.heading)} tabIndex={0}>
          <table className={styles.table} aria-labelledby="running">
            <thead>
              <tr>
                {[say.service, say.amount, say.when, say.region, say.case].map((head) => (
                  <th key={head} scope="col" className={styles.cell}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.running.map((row) => (
                <tr key={`${row.id}-${row.n}`}>
                  <th scope="row" className={styles.cell}>
                    {row.service[texts.language]}
                  </th>
                  <td className={styles.cell}>{`${row.amount} ${row.unit[texts.language]}`}</td>
                  <td className={styles.cell}>{daysText(texts.language, row.from, row.to)}</td>
                  <td className={styles.cell}>
                    {view.regions.find(({ id }) => id === row.region)?.name[texts.language]}
                  </td>
                  <td className={styles.cell}>
                    {spokenCaseId(row.id)} <ThreadLink row={row} texts={texts} openLink={openLink} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
