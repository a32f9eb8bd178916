/** What is in the editor: no word of it is lost, however saving goes and wherever the writer goes meanwhile. */
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '../../../bot/domain/names.ts';
import { whyNot } from './changing.ts';
import { goToInstructions, type InstructionProps } from './common.ts';
import { type InstructionDraft, type InstructionForm, inConflict, isSameDraft, isSameForm } from './form.ts';
import { type Saved, save } from './saving.ts';
import { dropUnsaved, findUnsaved, keepUnsaved } from './unsaved.ts';

export type Drafting = InstructionProps & {
  /** Under which what is not saved is kept. */
  readonly place: string;
  /** As the page stands; it may be read again while the editor is open. */
  readonly first: InstructionDraft;
  readonly onChanged: () => Promise<void>;
};

/** What the writer is told of their saving. */
type DraftNotice = { readonly why?: string; readonly told?: string };

export function useDraft({ place, first, onChanged, ...common }: Drafting) {
  const { own, current, hold, letGo } = useOwn(common.me.id, place, first);
  const [isRestored, setRestored] = useState(own !== undefined);
  const [isBusy, setBusy] = useState(false);
  const [heard, hear] = useState<DraftNotice>({});
  const isOpen = useOpen();
  useWarning(own !== undefined);

  const keep = async () => {
    if (isBusy) return;
    setBusy(true);
    const sent = current();
    const saved = await save(common.server, sent);
    setBusy(false);
    hear(heardOf(saved, common));
    const now = current();
    if (saved.did !== 'save') return hold(afterNo(now, saved));
    const isTypedOn = !isSameForm(now.form, sent.form);
    if (isTypedOn) hold(afterSaved(now, saved.version ?? (sent.seen ?? 0) + 1));
    else dropUnsaved(common.me.id, place);
    await onChanged();
    if (isTypedOn) return hear({ told: common.say.edit.typedOn });
    // anyone who has gone elsewhere meanwhile stays there
    if (isOpen()) goToInstructions(sent.id, ...(saved.version === undefined ? [] : [saved.version]));
  };
  const drop = () => {
    letGo();
    setRestored(false);
    hear({});
  };
  const change = (form: InstructionForm) => hold({ ...current(), form });
  return { draft: own ?? first, change, keep, drop, isBusy, isRestored, ...heard };
}

/** What the writer has made of the page; without it the page is shown as it stands, however often it is read again. */
function useOwn(who: PersonId, place: string, first: InstructionDraft) {
  const [own, setOwn] = useState(() => findUnsaved(who, place));
  // what is typed while it is being saved is newer than what was sent
  const latest = useRef(own);
  const letGo = () => {
    latest.current = undefined;
    setOwn(undefined);
    dropUnsaved(who, place);
  };
  const hold = (next: InstructionDraft) => {
    if (isSameDraft(next, first)) return letGo();
    latest.current = next;
    setOwn(next);
    keepUnsaved(who, place, next);
  };
  return { own, current: () => latest.current ?? first, hold, letGo };
}

function heardOf(saved: Saved, { say, texts }: InstructionProps): DraftNotice {
  if (saved.did !== 'fail') return {};
  const { failure } = saved.undone;
  const why = whyNot(saved.undone, say, texts);
  const isKept = failure !== 'bad-input' && !saved.undone.no;
  return { why: isKept ? `${why} ${say.edit.kept}` : why };
}

const afterNo = (now: InstructionDraft, saved: Exclude<Saved, { did: 'save' }>): InstructionDraft =>
  saved.did === 'conflict' ? inConflict(now, saved.theirs) : { ...now, sent: true };

function afterSaved({ id, form }: InstructionDraft, seen: number): InstructionDraft {
  return { id, form, seen };
}

/** Whether the editor is still there to go on from. */
function useOpen(): () => boolean {
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return () => open.current;
}

/** The browser asks before the page is closed on what is not saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
