/** What a reader must know before they rely on a page: not approved, a draft, old, or out of use. */
import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';
import { findUnsaved } from './unsaved.ts';

type Props = Pick<InstructionProps, 'say' | 'me'> & { readonly view: InstructionView };

export function Notices({ view, say, me }: Props) {
  const { state, version, newer, unapproved, writing, id } = view;
  const draft = writing && writing.newest.n !== version && state === 'changed' ? writing.newest : undefined;
  const isDraft = state === 'draft' || (state === 'changed' && writing?.newest.n === version);
  return (
    <>
      {state === 'retired' && <Notice>{say.page.retired}</Notice>}
      {isDraft && <Notice>{say.page.draft}</Notice>}
      {unapproved && <Notice>{say.page.unapproved}</Notice>}
      {newer !== undefined && (
        <Notice to={hrefTo(id)} way={say.page.openNewest}>
          {say.page.older(newer)}
        </Notice>
      )}
      {writing && findUnsaved(me.id, id) && (
        <Notice to={hrefTo(id, 'write')} way={say.page.goOn}>
          {say.page.unsaved}
        </Notice>
      )}
      {draft && (
        <Notice to={hrefTo(id, draft.n)} way={say.page.openDraft}>
          {say.page.newerDraft(draft.n, draft.by === 'line' ? say.line : draft.by.name)}
        </Notice>
      )}
    </>
  );
}

function Notice({
  children,
  to,
  way,
}: {
  readonly children: ReactNode;
  readonly to?: string;
  readonly way?: string;
}) {
  const { linkWithin } = useInstructionStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      {to && (
        <MessageBarActions>
          <a href={to} className={linkWithin}>
            {way}
          </a>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
