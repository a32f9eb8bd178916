/** What changed from one version to another: any two, in a language that the page has. */
import { Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { instructionLanguages } from '../../../bot/domain/instructions/instructions.ts';
import type {
  DifferenceView,
  InstructionView,
  VersionView,
} from '../../../bot/domain/views/library-views.ts';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { type InstructionProps, pathOf } from './common.ts';
import { abridged, differenceOf } from './difference.ts';
import { DifferenceShown } from './difference-shown.tsx';
import { languageOf } from './titles.ts';

export type VersionPair = { readonly from: number; readonly to: number };

type Props = InstructionProps & {
  readonly view: InstructionView;
  readonly between: VersionPair;
  readonly versions: readonly VersionView[];
  readonly onCompare: (pair: VersionPair) => void;
};

export function Between({ view, between, versions, onCompare, say, texts, server }: Props) {
  const styles = useStyles();
  const [language, setLanguage] = useState(languageOf(view, texts.language));
  const { from, to } = between;
  const query = `/difference?from=${from}&to=${to}&language=${language}`;
  const { remote, again } = useQuery<DifferenceView>(server, pathOf(view.id, query));
  const numbers = versions.map(({ n }) => n);
  return (
    <section className={styles.panel} aria-labelledby="difference">
      <Text as="h2" id="difference" size={500} weight="semibold" className={styles.heading}>
        {say.difference.heading}
      </Text>
      <div className={styles.form}>
        <Choice
          label={say.difference.from}
          value={from}
          among={numbers}
          onChoose={(n) => onCompare({ from: n, to })}
        />
        <Choice
          label={say.difference.to}
          value={to}
          among={numbers}
          onChoose={(n) => onCompare({ from, to: n })}
        />
        <Field label={say.difference.language}>
          <Select value={language} onChange={(_, { value }) => setLanguage(value === 'sv' ? 'sv' : 'fi')}>
            {instructionLanguages.map((one) => (
              <option key={one} value={one}>
                {say.languages[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(difference) => <Changed difference={difference} say={say} />}
      </Shown>
    </section>
  );
}

export function Changed({
  difference: { before, after, language },
  say,
}: Pick<InstructionProps, 'say'> & { readonly difference: DifferenceView }) {
  const title = differenceOf(before.title, after.title);
  const text = abridged(differenceOf(before.text, after.text));
  const isNewTitle = title.some(({ kind }) => kind !== 'kept');
  const isNewText = text.some(({ kind }) => kind === 'added' || kind === 'removed');
  return (
    <div lang={language} aria-live="polite">
      {isNewTitle && <DifferenceShown parts={title} say={say} />}
      {(isNewText || !isNewTitle) && <DifferenceShown parts={text} say={say} />}
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: number;
  readonly among: readonly number[];
  readonly onChoose: (n: number) => void;
};

function Choice({ label, value, among, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, chosen) => onChoose(Number(chosen.value))}>
        {among.map((n) => (
          <option key={n} value={n}>
            {n}
          </option>
        ))}
      </Select>
    </Field>
  );
}
