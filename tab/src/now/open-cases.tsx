/** What is open: no word of what was said, only where each question stands. */
import { Badge, type BadgeProps, Text } from '@fluentui/react-components';
import type { Status } from '../../../bot/domain/case/case.ts';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import type { CaseRow, NowView } from '../../../bot/domain/views/now-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { ThreadLink } from './thread-link.tsx';

type OpenCasesProps = { readonly texts: TabTexts; readonly openLink: PageProps['openLink'] };

export function OpenCases({ view, ...common }: OpenCasesProps & { readonly view: NowView }) {
  const styles = useStyles();
  const { heading, none } = common.texts.now.open;
  return (
    <section className={styles.panel} aria-labelledby="open">
      <Text as="h2" id="open" size={500} weight="semibold" className={styles.heading}>
        {heading}
      </Text>
      {view.open.length === 0 ? (
        <Text>{none}</Text>
      ) : (
        <ul className={styles.list}>
          {view.open.map((row) => (
            <OpenCase key={row.id} row={row} regions={view.regions} {...common} />
          ))}
        </ul>
      )}
    </section>
  );
}

const colours: { readonly [status in Status]: NonNullable<BadgeProps['color']> } = {
  waiting: 'warning',
  claimed: 'brand',
  'asked-back': 'informative',
  answered: 'success',
  closed: 'subtle',
  withdrawn: 'subtle',
};

function OpenCase({
  row,
  regions,
  texts,
  openLink,
}: OpenCasesProps & { readonly row: CaseRow; readonly regions: NowView['regions'] }) {
  const styles = useStyles();
  const region = regions.find(({ id }) => id === row.region);
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Marks row={row} texts={texts} />
        <Text>
          {row.topic[texts.language]}
          {region && ` · ${region.name[texts.language]}`}
        </Text>
        <Times row={row} texts={texts} />
      </div>
      <ThreadLink row={row} texts={texts} openLink={openLink} />
    </li>
  );
}

type CaseRowProps = { readonly row: CaseRow; readonly texts: TabTexts };

function Marks({ row: { id, status, urgency, promised }, texts }: CaseRowProps) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <Text weight="semibold" font="numeric">
        {spokenCaseId(id)}
      </Text>
      <Badge appearance="tint" color={colours[status]}>
        {texts.status[status]}
      </Badge>
      {urgency !== 'normal' && (
        <Badge
          appearance={urgency === 'urgent' ? 'outline' : 'tint'}
          color={urgency === 'urgent' ? 'danger' : 'important'}
        >
          {texts.urgency[urgency]}
        </Badge>
      )}
      {promised === 'late' && <Badge color="danger">{texts.now.open.late}</Badge>}
      {promised === 'soon' && (
        <Badge appearance="tint" color="severe">
          {texts.now.open.soon}
        </Badge>
      )}
    </span>
  );
}

function Times({ row: { status, waitingSince, answerBy, holder }, texts }: CaseRowProps) {
  const styles = useStyles();
  const { open } = texts.now;
  const moment = (at: typeof answerBy) => momentText(texts.language, at);
  return (
    <span className={styles.line}>
      {status === 'waiting' && <Text size={200}>{open.waitingSince(moment(waitingSince))}</Text>}
      {holder && <Text size={200}>{open.holder(holder)}</Text>}
      {status !== 'answered' && (
        <Text size={200} className={styles.quiet}>
          {open.answerBy(moment(answerBy))}
        </Text>
      )}
    </span>
  );
}
