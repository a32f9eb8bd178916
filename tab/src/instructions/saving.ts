/** Saves what is in the editor, so that no word is lost however the saving goes. */
import type { Version } from '../../../bot/domain/instructions/instructions.ts';
import type { InstructionView, SavedView } from '../../../bot/domain/views/library-views.ts';
import type { Ready, Server, Undone } from '../kit/server.ts';
import { pathOf } from './common.ts';
import { type InstructionDraft, writingOf } from './form.ts';

export type Saved =
  /** Absent when it was given away with the saving, and is the writer's no more. */
  | { readonly did: 'save'; readonly version?: number }
  | { readonly did: 'conflict'; readonly theirs: Version }
  | { readonly did: 'fail'; readonly undone: Undone };

export async function save(server: Server, draft: InstructionDraft): Promise<Saved> {
  const heard = await sendOnce(server, draft);
  if (heard.state === 'failed')
    return heard.no?.code === 'changed-since'
      ? { did: 'conflict', theirs: heard.no['theirs'] as Version }
      : { did: 'fail', undone: heard };
  const version = heard.value.page?.writing?.newest.n;
  return { did: 'save', ...(version !== undefined && { version }) };
}

async function sendOnce(server: Server, draft: InstructionDraft): Promise<Ready<SavedView> | Undone> {
  const { id, form } = draft;
  const seen = draft.seen ?? (draft.sent ? await firstVersion(server, id) : undefined);
  if (seen === undefined) return server.hear({ method: 'PUT', path: pathOf(id), body: writingOf(form) });
  const body = { do: 'write', seen, ...writingOf(form) };
  return server.hear({ method: 'POST', path: pathOf(id, '/changes'), body });
}

/** A new page whose answer was lost may be there already: then what was written since goes on from it. */
async function firstVersion(server: Server, id: string): Promise<number | undefined> {
  const read = await server.read<InstructionView>(pathOf(id));
  return read.state === 'ready' ? 1 : undefined;
}
