/** Writes a page in both languages, with a preview; when somebody else wrote meanwhile, both texts stand side by side. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  Title2,
} from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { instructionLanguages } from '../../../bot/domain/instructions/instructions.ts';
import { Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { type Drafting, useDraft } from './drafting.ts';
import { type InstructionDraft, type InstructionForm, newPlace, withWording } from './form.ts';
import { FormFacts } from './form-facts.tsx';
import { useInstructionStyles } from './instruction-styles.ts';
import { Theirs } from './theirs.tsx';
import { WordingFields } from './wording-fields.tsx';

export type EditorProps = Drafting & {
  readonly heading: string;
  /** Who answers for the page now. */
  readonly owner?: string;
  readonly mayHandOver: boolean;
};

export function Editor(props: EditorProps) {
  const styles = useStyles();
  const { actions } = useInstructionStyles();
  const { heading, owner, place, say } = props;
  const { draft, change, keep, drop, isBusy, why, told, isRestored } = useDraft(props);
  const [hasPreview, preview] = useState(false);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keep();
  };
  return (
    <form
      className={styles.parts}
      onKeyDown={onKey}
      onSubmit={(submit) => {
        submit.preventDefault();
        void keep();
      }}
    >
      <Title2 as="h1" className={styles.heading}>
        {heading}
      </Title2>
      <Heard draft={draft} say={say} isRestored={isRestored} onDrop={drop} {...(why && { why })} />
      <Told>{told}</Told>
      <FormFacts form={draft.form} onChange={change} {...(owner && { owner })} {...props} />
      <Switch label={say.edit.preview} checked={hasPreview} onChange={(_, { checked }) => preview(checked)} />
      <Texts draft={draft} say={say} hasPreview={hasPreview} onChange={change} />
      <div className={actions}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {draft.conflict ? say.conflict.save : say.edit.save}
        </Button>
        <Button as="a" href={place === newPlace ? hrefTo() : hrefTo(place)}>
          {say.edit.cancel}
        </Button>
      </div>
    </form>
  );
}

type HeardProps = Pick<InstructionProps, 'say'> & {
  readonly draft: InstructionDraft;
  readonly why?: string;
  readonly isRestored: boolean;
  readonly onDrop: () => void;
};

/** What the writer must hear before they go on. */
function Heard({ draft: { conflict }, why, isRestored, onDrop, say }: HeardProps) {
  const name = conflict && (conflict.theirs.by === 'line' ? say.line : conflict.theirs.by.name);
  return (
    <div role="alert">
      {conflict && name && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{say.conflict.heading}</MessageBarTitle>
            {say.conflict.text(name, conflict.theirs.n)}
          </MessageBarBody>
        </MessageBar>
      )}
      {isRestored && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {say.edit.restored}{' '}
            <Button size="small" onClick={onDrop}>
              {say.edit.discard}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {why && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

type TextsProps = Pick<InstructionProps, 'say'> & {
  readonly draft: InstructionDraft;
  readonly hasPreview: boolean;
  readonly onChange: (form: InstructionForm) => void;
};

export function Texts({ draft: { form, conflict }, hasPreview, onChange, say }: TextsProps) {
  const { sideBySide } = useInstructionStyles();
  return instructionLanguages.map((language) => (
    <div key={language} className={sideBySide}>
      <WordingFields
        language={language}
        wording={form.words[language]}
        hasPreview={hasPreview}
        onChange={(wording) => onChange(withWording(form, language, wording))}
        say={say}
      />
      {conflict && (
        <Theirs
          language={language}
          conflict={conflict}
          yours={form.words[language]}
          onTake={(wording) => onChange(withWording(form, language, wording))}
          say={say}
        />
      )}
    </div>
  ));
}
