/** The third step: each value that was not recognised is told the meaning of, once. */
import { Field, Select, Text } from '@fluentui/react-components';
import type { UnknownValue } from '../../../bot/domain/tally/contact-import.ts';
import { useStyles } from '../kit/styles.ts';
import type { ImportPartProps } from './import-parts.ts';
import { useImportStyles } from './import-styles.ts';
import { choicesOf, isNeeded, withValue } from './mapping.ts';

/** More would be a column of free text. */
const most = 60;
const leave = 'leave:';

export function ImportValues(props: ImportPartProps) {
  const styles = useStyles();
  const { fields } = useImportStyles();
  const { words, checked } = props;
  const { asked } = checked;
  const more = asked.length - most;
  return (
    <section className={styles.panel} aria-labelledby="import-values">
      <Text as="h2" id="import-values" size={500} weight="semibold" className={styles.heading}>
        {words.values.heading}
      </Text>
      <Text>{asked.length === 0 ? words.values.known : words.values.how}</Text>
      {asked.length > 0 && (
        <div className={fields}>
          {asked.slice(0, most).map((one) => (
            <Meaning key={`${one.field} ${one.value}`} one={one} {...props} />
          ))}
        </div>
      )}
      {more > 0 && <Text>{words.values.more(more)}</Text>}
    </section>
  );
}

function Meaning({
  one,
  words,
  checked,
  onChange,
  ...common
}: ImportPartProps & { readonly one: UnknownValue }) {
  const { field: place } = useImportStyles();
  const { mapping } = checked;
  const { field, value, count } = one;
  const said = mapping.values[field]?.[value];
  const meaningOf = (chosen: string) => (chosen === leave ? '' : chosen || undefined);
  return (
    <Field
      className={place}
      label={words.values.of(words.columns[field], value)}
      hint={words.values.count(count)}
    >
      <Select
        value={said === '' ? leave : (said ?? '')}
        onChange={(_, chosen) => onChange(withValue(mapping, one, meaningOf(chosen.value)))}
      >
        <option value="">{words.values.choose}</option>
        {choicesOf(field, common).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {!isNeeded(field) && <option value={leave}>{words.values.leave}</option>}
      </Select>
    </Field>
  );
}
