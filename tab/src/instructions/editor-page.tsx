/** Opens a page of the instructions, or a new one, for writing. */
import { MessageBar, MessageBarBody, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { useQuery } from '../kit/query.ts';
import { useStyles } from '../kit/styles.ts';
import { type InstructionProps, pathOf } from './common.ts';
import { Editor } from './editor.tsx';
import { draftOf, newDraft, newPlace } from './form.ts';
import { Titled } from './titled.tsx';
import { titleOf } from './titles.ts';

type Props = InstructionProps & { readonly onChanged: () => Promise<void> };

export function NewPage(props: Props) {
  // the form makes the id, so that saving it twice makes one page
  const [draft] = useState(() => newDraft(crypto.randomUUID()));
  return <Editor place={newPlace} first={draft} heading={props.say.edit.begin} mayHandOver {...props} />;
}

export function EditPage({ id, ...props }: Props & { readonly id: string }) {
  const { remote, again } = useQuery<InstructionView>(props.server, pathOf(id));
  return (
    <Titled remote={remote} onAgain={() => void again()} {...props}>
      {(view) => <Opened view={view} {...props} />}
    </Titled>
  );
}

function Opened({ view, ...props }: Props & { readonly view: InstructionView }) {
  const styles = useStyles();
  const { say, texts } = props;
  const { writing } = view;
  if (!writing)
    return (
      <>
        <Title2 as="h1" className={styles.heading}>
          {titleOf(view, texts.language)}
        </Title2>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say.no['no-role']}</MessageBarBody>
        </MessageBar>
      </>
    );
  return (
    <Editor
      place={view.id}
      first={draftOf(view, writing.newest)}
      heading={say.edit.of(titleOf(view, texts.language))}
      mayHandOver={writing.mayHandOver}
      {...(writing.owner && { owner: writing.owner.name })}
      {...props}
    />
  );
}
