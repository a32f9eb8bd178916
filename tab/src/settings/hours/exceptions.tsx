/** Days with hours of their own: those ahead, the public holidays, and a dialog for one. */
import { Badge, Button, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import type { OpeningException } from '../../../../bot/domain/county.ts';
import { Over, useAbout } from '../../kit/over.tsx';
import { useStyles } from '../../kit/styles.ts';
import { type HoursProps, wordsOf } from './common.tsx';
import { ExceptionForm } from './exception-form.tsx';
import { RemoveException } from './remove.tsx';
import { useHoursStyles } from './styles.ts';
import { dayWords, hoursWords } from './words.ts';

type ExceptionDialog = { readonly about: 'set' | 'remove'; readonly one?: OpeningException };

export function HoursExceptions(props: HoursProps) {
  const styles = useStyles();
  const own = useHoursStyles();
  const backHere = useRestoreFocusTarget();
  const { say, view, onDone } = props;
  const { about: asking, isOpen, ask, close } = useAbout<ExceptionDialog>();
  const done = () => {
    close();
    onDone(say.saved);
  };
  const common = { ...props, onClose: close, onSaved: done };
  return (
    <section className={`${own.part} ${own.wide}`} aria-labelledby="hours-exceptions">
      <Text as="h3" id="hours-exceptions" size={400} weight="semibold" className={own.heading}>
        {say.exceptions.heading}
      </Text>
      {view.exceptions.length === 0 && <Text>{say.exceptions.none}</Text>}
      <ul className={`${styles.list} ${own.wide}`}>
        {view.exceptions.map((one) => (
          <Exception key={one.day} one={one} onAsk={ask} {...props} />
        ))}
      </ul>
      <Button {...backHere} onClick={() => ask({ about: 'set' })}>
        {say.exceptions.add}
      </Button>
      <Over open={isOpen} onClose={close}>
        {asking?.about === 'remove' && asking.one ? (
          <RemoveException one={asking.one} {...common} />
        ) : (
          <ExceptionForm {...common} {...(asking?.one && { one: asking.one })} />
        )}
      </Over>
    </section>
  );
}

function Exception({
  one,
  say,
  texts,
  onAsk,
}: HoursProps & { readonly one: OpeningException; readonly onAsk: (asking: ExceptionDialog) => void }) {
  const styles = useStyles();
  const own = useHoursStyles();
  const backHere = useRestoreFocusTarget();
  const day = dayWords(texts.language, one.day);
  const hours = hoursWords(wordsOf({ say, texts }), one.hours);
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <span className={styles.line}>
          <Text weight="semibold">{day}</Text>
          <Badge appearance="tint" color={one.hours.length === 0 ? 'warning' : 'informative'}>
            {hours}
          </Badge>
        </span>
        {one.note && (
          <Text size={200} className={own.note}>
            {one.note}
          </Text>
        )}
      </div>
      <div className={styles.line}>
        <Button
          {...backHere}
          aria-label={say.exceptions.changeTitle(day)}
          onClick={() => onAsk({ about: 'set', one })}
        >
          {say.exceptions.change}
        </Button>
        <Button
          {...backHere}
          aria-label={say.exceptions.removeOf(day)}
          onClick={() => onAsk({ about: 'remove', one })}
        >
          {say.exceptions.remove}
        </Button>
      </div>
    </li>
  );
}

export function Holidays({ say, texts, view: { holidays } }: HoursProps) {
  const styles = useStyles();
  const own = useHoursStyles();
  const words = wordsOf({ say, texts });
  return (
    <details className={own.wide}>
      <summary className={styles.summary}>{say.holidays.heading(holidays.length)}</summary>
      <Text size={200} className={styles.quiet}>
        {say.holidays.how}
      </Text>
      <ul>
        {holidays.map(({ day, holiday, hours = [] }) => (
          <li key={day}>
            {`${dayWords(texts.language, day)} ${say.holidays.name[holiday]}: ${hoursWords(words, hours)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
