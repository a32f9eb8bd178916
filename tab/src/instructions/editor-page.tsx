/** Opens a page of the instructions, or a new one, for writing. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { useAsked } from '../asked.ts';
import { Shown } from '../states.tsx';
import { type Common, pathOf } from './common.ts';
import { Editor } from './editor.tsx';
import { draftOf, newDraft } from './form.ts';
import { titleOf } from './titles.ts';

type Props = Common & { readonly onChanged: () => Promise<void> };

export function NewPage(props: Props) {
  // the form makes the id, so that saving it twice makes one page
  const [draft] = useState(() => newDraft(crypto.randomUUID()));
  return <Editor place="new" first={draft} heading={props.say.edit.begin} {...props} />;
}

export function EditPage({ id, ...props }: Props & { readonly id: string }) {
  const { remote, again } = useAsked<InstructionView>(props.server, pathOf(id));
  return (
    <Shown remote={remote} texts={props.texts} onAgain={() => void again()}>
      {(view) => <Opened view={view} {...props} />}
    </Shown>
  );
}

function Opened({ view, ...props }: Props & { readonly view: InstructionView }) {
  const { say, texts } = props;
  const { writing } = view;
  if (!writing)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{say.no['not-an-updater']}</MessageBarBody>
      </MessageBar>
    );
  return (
    <Editor
      place={view.id}
      first={draftOf(view, writing.newest)}
      heading={say.edit.of(titleOf(view, texts.language))}
      {...(writing.owner && { owner: writing.owner.name })}
      {...props}
    />
  );
}
