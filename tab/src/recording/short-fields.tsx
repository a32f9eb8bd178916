/** What is asked of every contact. */
import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { redirectId, serviceId, topicId } from '../../../bot/domain/names.ts';
import { otherChannels, outcomeKinds } from '../../../bot/domain/tally/other-contacts.ts';
import type { ChoiceView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { whereOf, withWhere } from './entry.ts';
import type { FieldsProps } from './fields.ts';

export function ShortFields(props: FieldsProps & { readonly calls: number }) {
  const styles = useStyles();
  const { contact, onChange, calls, say, texts, view } = props;
  const first = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (calls > 0) first.current?.querySelector('select')?.focus();
  }, [calls]);
  return (
    <>
      <Field label={say.fields.channel}>
        <RadioGroup
          layout="horizontal"
          className={styles.wrapping}
          value={contact.channel}
          onChange={(_, { value }) =>
            onChange({ ...contact, channel: otherChannels.find((one) => one === value) ?? contact.channel })
          }
        >
          {otherChannels.map((one) => (
            <Radio key={one} value={one} label={say.channel[one]} />
          ))}
        </RadioGroup>
      </Field>
      <div ref={first} className={styles.form}>
        <Field label={say.fields.topic} className={styles.grow}>
          <Select
            value={contact.topic}
            onChange={(_, { value }) => onChange({ ...contact, topic: topicId(value) })}
          >
            <Options choices={view.topics} language={texts.language} />
          </Select>
        </Field>
        <Where {...props} />
      </div>
      <Outcomes {...props} />
    </>
  );
}

function Where({ contact, onChange, say, texts, view }: FieldsProps) {
  const styles = useStyles();
  return (
    <Field label={say.fields.place} className={styles.grow} required>
      <Select value={whereOf(contact)} onChange={(_, { value }) => onChange(withWhere(contact, value))}>
        <option value="">{say.choose}</option>
        <optgroup label={say.places}>
          <Options choices={view.places} language={texts.language} kind="place:" />
        </optgroup>
        <optgroup label={say.regions}>
          <Options choices={view.regions} language={texts.language} kind="region:" />
        </optgroup>
      </Select>
    </Field>
  );
}

export function Options({
  choices,
  language,
  kind = '',
}: {
  readonly choices: readonly ChoiceView[];
  readonly language: keyof ChoiceView['name'];
  readonly kind?: string;
}) {
  return choices.map(({ id, name }) => (
    <option key={id} value={`${kind}${id}`}>
      {name[language]}
    </option>
  ));
}

function Outcomes({ contact, onChange, say, texts, view }: FieldsProps) {
  const { outcomes, services, redirects } = contact;
  const named = outcomeKinds.map((id) => ({ id, name: say.outcome[id] }));
  const inLanguage = ({ id, name }: ChoiceView) => ({ id, name: name[texts.language] });
  return (
    <>
      <Checks
        legend={say.fields.outcomes}
        choices={named}
        chosen={outcomes}
        onChoose={(ids) =>
          onChange({ ...contact, outcomes: outcomeKinds.filter((one) => ids.includes(one)) })
        }
      />
      {outcomes.includes('grant') && (
        <Checks
          legend={say.fields.services}
          choices={view.services.map(inLanguage)}
          chosen={services}
          onChoose={(ids) => onChange({ ...contact, services: ids.map(serviceId) })}
        />
      )}
      {outcomes.includes('redirect') && (
        <Checks
          legend={say.fields.redirects}
          choices={view.redirects.map(inLanguage)}
          chosen={redirects}
          onChoose={(ids) => onChange({ ...contact, redirects: ids.map(redirectId) })}
        />
      )}
    </>
  );
}

type ChecksProps = {
  readonly legend: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
};

function Checks({ legend, choices, chosen, onChoose }: ChecksProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.fieldset}>
      <legend>{legend}</legend>
      <div className={styles.line}>
        {choices.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) =>
              onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
