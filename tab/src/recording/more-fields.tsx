/** What is known of some contacts only, or differs from now and from usual. */
import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { Urgency } from '../../../bot/domain/county.ts';
import { careId, categoryId, day } from '../../../bot/domain/names.ts';
import { useStyles } from '../kit/styles.ts';
import { wallNow, without, withoutWhen } from './entry.ts';
import type { FieldsProps } from './fields.ts';
import { Options } from './short-fields.tsx';

const urgencies: readonly Urgency[] = ['normal', 'today', 'urgent'];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const answers = ['unknown', 'yes', 'no'] as const;

/** `mayBeNow`: what was recorded before has a time already. */
export function MoreFields({ mayBeNow, ...props }: FieldsProps & { readonly mayBeNow: boolean }) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{props.say.more}</summary>
      <div className={styles.form}>
        {mayBeNow && <When {...props} />}
        {props.contact.day !== undefined && <DayAndHour {...props} />}
        <HowUrgent {...props} />
        <Client {...props} />
        <Contacter {...props} />
      </div>
    </details>
  );
}

/** Now is told by the clock when the contact is sent, not when the page was opened: that may be hours ago. */
function When({ contact, onChange, say }: FieldsProps) {
  const styles = useStyles();
  const isNow = contact.day === undefined;
  return (
    <Field label={say.when.label}>
      <RadioGroup
        layout="horizontal"
        className={styles.wrapping}
        value={isNow ? 'now' : 'other'}
        onChange={(_, { value }) =>
          onChange(value === 'now' ? withoutWhen(contact) : { ...wallNow(new Date()), ...contact })
        }
      >
        <Radio value="now" label={say.when.now} />
        <Radio value="other" label={say.when.other} />
      </RadioGroup>
    </Field>
  );
}

function DayAndHour({ contact, onChange, say }: FieldsProps) {
  return (
    <>
      <Field label={say.fields.day}>
        <Input
          type="date"
          value={contact.day ?? ''}
          onChange={(_, { value }) => onChange({ ...contact, day: day(value) })}
        />
      </Field>
      <Field label={say.fields.hour}>
        <Select
          value={String(contact.hour)}
          onChange={(_, { value }) => onChange({ ...contact, hour: Number(value) })}
        >
          {hours.map((hour) => (
            <option key={hour}>{hour}</option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function HowUrgent({ contact, onChange, say, texts }: FieldsProps) {
  return (
    <Field label={say.fields.urgency}>
      <Select
        value={contact.urgency}
        onChange={(_, { value }) =>
          onChange({ ...contact, urgency: urgencies.find((one) => one === value) ?? 'normal' })
        }
      >
        {urgencies.map((one) => (
          <option key={one} value={one}>
            {texts.urgency[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Client({ contact, onChange, say, texts, view }: FieldsProps) {
  const { language } = texts;
  return (
    <>
      <Field label={say.fields.priority75}>
        <Select
          value={contact.priority75}
          onChange={(_, { value }) =>
            onChange({ ...contact, priority75: answers.find((one) => one === value) ?? 'unknown' })
          }
        >
          {answers.map((one) => (
            <option key={one} value={one}>
              {say.priority75[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say.fields.category}>
        <Select
          value={contact.category ?? ''}
          onChange={(_, { value }) =>
            onChange({ ...without(contact, 'category'), ...(value && { category: categoryId(value) }) })
          }
        >
          <option value="">{say.priority75.unknown}</option>
          <Options choices={view.categories} language={language} />
        </Select>
      </Field>
      <Field label={say.fields.care}>
        <Select
          value={contact.care ?? ''}
          onChange={(_, { value }) =>
            onChange({ ...without(contact, 'care'), ...(value && { care: careId(value) }) })
          }
        >
          <option value="">{say.priority75.unknown}</option>
          <Options choices={view.cares} language={language} />
        </Select>
      </Field>
    </>
  );
}

function Contacter({ contact, onChange, say }: FieldsProps) {
  return (['role', 'unit'] as const).map((field) => (
    <Field key={field} label={say.fields[field]}>
      <Input
        value={contact[field] ?? ''}
        maxLength={60}
        onChange={(_, { value }) => onChange({ ...contact, [field]: value })}
      />
    </Field>
  ));
}
