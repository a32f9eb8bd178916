/** The words of a page: in the reader's language with a way to the other, or both side by side. */
import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type InstructionLanguage,
  instructionLanguages,
  type Wording,
} from '../../../bot/domain/instructions/instructions.ts';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { Prose } from './prose.tsx';
import { languageOf } from './titles.ts';

type Props = Pick<InstructionProps, 'say' | 'texts'> & { readonly view: InstructionView };

export function WordingsShown(props: Props) {
  return props.view.subject === 'templates' ? <SideBySide {...props} /> : <OneOf {...props} />;
}

/** A decision is made in the client's language: anyone who makes one sees both templates (seed 003). */
function SideBySide({ view, say }: Props) {
  const styles = useStyles();
  const { sideBySide, side } = useInstructionStyles();
  return (
    <div className={sideBySide}>
      {instructionLanguages.map((language) => {
        const wording = view.wordings[language];
        return (
          <section key={language} className={side} aria-label={say.languages[language]}>
            <Text className={styles.quiet}>{say.languages[language]}</Text>
            {wording ? (
              <Titled wording={wording} language={language} />
            ) : (
              <Text>{say.page.missing[language]}</Text>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Titled({
  wording: { title, text },
  language,
}: {
  readonly wording: Wording;
  readonly language: InstructionLanguage;
}) {
  const styles = useStyles();
  return (
    <>
      <Text as="h2" size={500} weight="semibold" lang={language} className={styles.heading}>
        {title}
      </Text>
      <Prose text={text} language={language} />
    </>
  );
}

function OneOf({ view, say, texts }: Props) {
  const styles = useStyles();
  const first = languageOf(view, texts.language);
  const [language, setLanguage] = useState(first);
  const { wordings } = view;
  const there = instructionLanguages.filter((one) => wordings[one]);
  // a version may lack the language that was chosen on another
  const shown = wordings[language] ? language : first;
  const wording = wordings[shown];
  return (
    <>
      {there.length > 1 && (
        <div className={styles.ways}>
          {there.map((one) => (
            <Button
              key={one}
              size="small"
              appearance={one === shown ? 'primary' : 'secondary'}
              aria-pressed={one === shown}
              onClick={() => setLanguage(one)}
            >
              {say.languages[one]}
            </Button>
          ))}
        </div>
      )}
      {wording && shown !== first && <Titled wording={wording} language={shown} />}
      {wording && shown === first && <Prose text={wording.text} language={shown} />}
    </>
  );
}
