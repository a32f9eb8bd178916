/** Where everybody may begin: how to ask, and how much has been asked this month. */
import { Text, Title2 } from '@fluentui/react-components';
import type { SummaryView } from '../../../bot/domain/views/tab-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { MonthPanel } from './month-panel.tsx';

export function StartPage({ me, texts, server }: PageProps) {
  const styles = useStyles();
  const { remote, again } = useQuery<SummaryView>(server, '/summary');
  return (
    <div className={styles.columns}>
      <Title2 as="h1" className={styles.heading}>
        {me.line[texts.language]}
      </Title2>
      <HowToAsk texts={texts} />
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(summary) => <MonthPanel summary={summary} texts={texts} />}
      </Shown>
    </div>
  );
}

/** The way to the chat. */
function HowToAsk({ texts }: { readonly texts: TabTexts }) {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-labelledby="how-to-ask">
      <Text as="h2" id="how-to-ask" size={500} weight="semibold" className={styles.heading}>
        {texts.employee.heading}
      </Text>
      <Text>{texts.employee.text}</Text>
      <Text className={styles.quiet}>{texts.employee.openChat}</Text>
    </section>
  );
}
