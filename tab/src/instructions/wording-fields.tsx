/** The title and text of a page in one language, and how they will look. */
import { Field, Input, Text, Textarea } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import {
  type InstructionLanguage,
  instructionLimits,
  type Wording,
} from '../../../bot/domain/instructions/instructions.ts';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { Prose } from './prose.tsx';

type Props = Pick<InstructionProps, 'say'> & {
  readonly language: InstructionLanguage;
  readonly wording: Wording;
  readonly hasPreview: boolean;
  readonly onChange: (wording: Wording) => void;
};

export function WordingFields({ language, wording, hasPreview, onChange, say }: Props) {
  const styles = useStyles();
  const { side, writing } = useInstructionStyles();
  const { title, text } = wording;
  return (
    <>
      <fieldset className={styles.fieldset}>
        <legend>
          <Text weight="semibold">{say.languages[language]}</Text>
        </legend>
        <div className={side}>
          <Field label={say.edit.title}>
            <Input
              value={title}
              lang={language}
              maxLength={instructionLimits.title}
              onChange={(_, { value }) => onChange({ title: value, text })}
            />
          </Field>
          <Field
            label={say.edit.text}
            hint={`${say.edit.textHint} ${say.edit.left(text.length, instructionLimits.text)}`}
            {...(text.length > instructionLimits.text && { validationMessage: say.no['too-long'] })}
          >
            <Textarea
              textarea={{ className: writing }}
              value={text}
              lang={language}
              rows={16}
              resize="vertical"
              onChange={(_, { value }) => onChange({ title, text: value })}
            />
          </Field>
        </div>
      </fieldset>
      {hasPreview && <Preview language={language} wording={wording} say={say} />}
    </>
  );
}

function Preview({ language, wording, say }: Pick<Props, 'language' | 'wording' | 'say'>) {
  const styles = useStyles();
  // typing goes before drawing
  const { title, text } = useDeferredValue(wording);
  return (
    <section className={styles.panel} aria-label={say.edit.previewOf[language]}>
      {title && (
        <Text as="h2" size={500} weight="semibold" lang={language} className={styles.heading}>
          {title}
        </Text>
      )}
      <Prose text={text} language={language} />
    </section>
  );
}
