/** What is open in each region one may see: no word of what was said, only where each question stands. */
import { Badge, type BadgeProps, Text } from '@fluentui/react-components';
import type { Status } from '../../bot/domain/case.ts';
import type { TabTexts } from '../../bot/domain/locales/tab-texts.ts';
import type { OpenCaseView, RegionSummary } from '../../bot/domain/tab-views.ts';
import { useStyles } from './styles.ts';
import { momentText } from './when.ts';

type Common = { readonly texts: TabTexts };

export function OpenPanel({ regions, texts }: Common & { readonly regions: readonly RegionSummary[] }) {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-labelledby="open">
      <Text as="h2" id="open" size={500} weight="semibold" className={styles.heading}>
        {texts.open.heading}
      </Text>
      {regions.every(({ open }) => open.length === 0) ? (
        <Text>{texts.open.none}</Text>
      ) : (
        <div className={styles.regions}>
          {regions.map((one) => (
            <OpenInRegion key={one.region.id} summary={one} texts={texts} />
          ))}
        </div>
      )}
    </section>
  );
}

function OpenInRegion({ summary, texts }: Common & { readonly summary: RegionSummary }) {
  const styles = useStyles();
  const { region, open } = summary;
  return (
    <div>
      <div className={styles.line}>
        <Text as="h3" size={400} weight="semibold" className={styles.heading}>
          {region.name[texts.language]}
        </Text>
        <Text className={styles.quiet}>{texts.open.count(open.length)}</Text>
      </div>
      {open.length > 0 && (
        <ul className={styles.list}>
          {open.map((one) => (
            <OpenCase key={one.id} one={one} texts={texts} />
          ))}
        </ul>
      )}
    </div>
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

function OpenCase({ one, texts }: Common & { readonly one: OpenCaseView }) {
  const styles = useStyles();
  const { id, status, urgency, topic, late, holder, waitingSince, answerBy } = one;
  const moment = (at: typeof answerBy) => momentText(texts.language, at);
  return (
    <li className={styles.item}>
      <span className={styles.line}>
        <Text weight="semibold" font="numeric">
          {spoken(id)}
        </Text>
        <Badge appearance="tint" color={colours[status]}>
          {texts.status[status]}
        </Badge>
        {urgency !== 'normal' && (
          <Badge appearance="outline" color={urgency === 'urgent' ? 'danger' : 'warning'}>
            {texts.urgency[urgency]}
          </Badge>
        )}
        {late && <Badge color="danger">{texts.open.late}</Badge>}
      </span>
      <Text>{topic[texts.language]}</Text>
      <span className={styles.line}>
        {status === 'waiting' && <Text size={200}>{texts.open.waitingSince(moment(waitingSince))}</Text>}
        {holder && <Text size={200}>{texts.open.holder(holder)}</Text>}
        {status !== 'answered' && (
          <Text size={200} className={styles.quiet}>
            {texts.open.answerBy(moment(answerBy))}
          </Text>
        )}
      </span>
    </li>
  );
}

/** As on the cards: `7KQ-4MXU`. */
const spoken = (id: string) => `${id.slice(0, 3)}-${id.slice(3)}`;
