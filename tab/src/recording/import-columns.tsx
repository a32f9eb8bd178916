/** The second step: which column is what, beside the file's first rows. */
import { Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactField } from '../../../bot/domain/tally/other-contacts.ts';
import { useStyles } from '../kit/styles.ts';
import type { ImportPartProps } from './import-parts.ts';
import { useImportStyles } from './import-styles.ts';
import { choicesOf, isNeeded, withColumn, withUnless } from './mapping.ts';

const usual = ['day', 'hour', 'channel', 'place', 'region', 'topic', 'outcomes'] as const;
const seldom = [
  'services',
  'redirects',
  'category',
  'urgency',
  'priority75',
  'care',
  'role',
  'unit',
] as const;

export function ImportColumns(props: ImportPartProps) {
  const styles = useStyles();
  const { fields } = useImportStyles();
  const { words } = props;
  const { columns } = props.checked.mapping;
  // closed by hand it stays closed, whatever is chosen in it
  const [isOpen] = useState(seldom.some((field) => columns[field] !== undefined));
  return (
    <section className={styles.panel} aria-labelledby="import-columns">
      <Text as="h2" id="import-columns" size={500} weight="semibold" className={styles.heading}>
        {words.mapping.heading}
      </Text>
      <Text>{words.mapping.how}</Text>
      <FirstRows {...props} />
      <div className={fields}>
        {usual.map((field) => (
          <Column key={field} field={field} {...props} />
        ))}
      </div>
      <details open={isOpen}>
        <summary>{words.mapping.more}</summary>
        <div className={fields}>
          {seldom.map((field) => (
            <Column key={field} field={field} {...props} />
          ))}
        </div>
      </details>
    </section>
  );
}

function Column({ field, words, checked: { preview, mapping }, onChange, ...common }: ColumnProps) {
  const { field: place } = useImportStyles();
  const column = mapping.columns[field] ?? '';
  const choices = column ? [] : choicesOf(field, common);
  const name = words.columns[field];
  const hint = hintOf(field, words);
  return (
    <div className={place}>
      <Field
        label={words.mapping.column(name)}
        required={field === 'day' || isNeeded(field)}
        {...(hint && { hint })}
      >
        <Select value={column} onChange={(_, { value }) => onChange(withColumn(mapping, field, value))}>
          <option value="">{words.mapping.none}</option>
          {[...new Set(preview.heads)].filter(Boolean).map((head) => (
            <option key={head}>{head}</option>
          ))}
        </Select>
      </Field>
      {choices.length > 0 && (
        <Select
          aria-label={words.mapping.unless(name)}
          value={mapping.unless[field] ?? ''}
          onChange={(_, { value }) => onChange(withUnless(mapping, field, value))}
        >
          <option value="">{words.mapping.all(words.mapping.noValue)}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {words.mapping.all(one.name)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
type ColumnProps = ImportPartProps & { readonly field: ContactField };

function hintOf(field: ContactField, { mapping }: ImportPartProps['words']): string | undefined {
  if (field === 'hour') return mapping.hourInDay;
  return field === 'place' ? mapping.where : undefined;
}

function FirstRows({ words, texts, checked: { preview, mapping } }: ImportPartProps) {
  const styles = useStyles();
  const { cell } = useImportStyles();
  const fields = Object.keys(words.columns) as readonly ContactField[];
  const read = (head: string) => fields.filter((field) => mapping.columns[field] === head);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} aria-label={texts.table(words.mapping.first)} tabIndex={0}>
      <table className={styles.table} aria-label={words.mapping.first}>
        <thead>
          <tr>
            {preview.heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns never move
              <th key={index} scope="col" className={styles.cell}>
                {head}
                <Text block size={200} className={styles.quiet}>
                  {read(head)
                    .map((field) => words.mapping.is(words.columns[field]))
                    .join(' ') || words.mapping.unused}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.first.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file's rows never move
            <tr key={row}>
              {preview.heads.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns never move
                <td key={column} className={styles.cell}>
                  <div className={cell}>{cells[column]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
