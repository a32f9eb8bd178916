/** What an advisor can do with a case now: at once, or in a dialog. The rarer ones stand behind the three dots. */
import { type Case, isHeld, isOpen } from '../../domain/case/case.ts';
import { actNow, idsOf, openDialog, rarely } from '../elements/actions.ts';
import type { Action } from '../elements/elements.ts';
import { draftButton } from '../instruction-draft.ts';
import type { CaseDialog, CaseNow } from '../verbs/advisor-readers.ts';
import type { CardContext } from '../wording/case-words.ts';

type Buttons = {
  readonly now: (verb: CaseNow) => Action;
  readonly dialog: (verb: CaseDialog) => Action;
};

function buttonsFor({ texts }: CardContext, one: Case): Buttons {
  const say = texts.advisor.action;
  return {
    now: (verb) => actNow(say[verb], verb, idsOf(one)),
    dialog: (verb) => openDialog(say[verb], verb, idsOf(one)),
  };
}

/** The next thing to press comes first. The desk decides again whose press counts: all see the same card. */
export function caseActions(context: CardContext, one: Case): readonly Action[] {
  const make = buttonsFor(context, one);
  if (one.status === 'waiting') return waitingActions(make, one);
  const draft = draftActions(context, one);
  if (isHeld(one)) return [...heldActions(make, one), ...draft];
  return one.status === 'closed' ? [...closedActions(make, one), ...draft] : [];
}

function waitingActions({ now, dialog }: Buttons, one: Case): Action[] {
  return [
    now('claim'),
    ...[dialog('transfer'), dialog('takeOver'), ...readingActions({ now, dialog }, one)].map(rarely),
  ];
}

function heldActions(make: Buttons, one: Case): Action[] {
  const { now, dialog } = make;
  return [
    ...nextActions(make, one),
    ...rest(dialog, one),
    ...[
      dialog('reportConcern'),
      dialog('redirect'),
      dialog('handOver'),
      dialog('transfer'),
      dialog('takeOver'),
      now('release'),
      ...referenceActions(make, one),
      ...readingActions(make, one),
    ].map(rarely),
  ];
}

const hasUnrecorded = (one: Case) =>
  one.outcomes.some((outcome) => outcome.kind === 'concern' && !outcome.recorded);
const awaitsCall = (one: Case) => one.wantsCallback && !one.outcomes.some(({ kind }) => kind === 'callback');
const canClose = (one: Case) => one.outcomes.length > 0 && !hasUnrecorded(one);

/** What the case is waiting for, most pressing first. */
function nextActions({ now, dialog }: Buttons, one: Case): Action[] {
  const close = canClose(one) ? [now('close')] : [];
  const others = [
    ...(hasUnrecorded(one) ? [dialog('markRecorded')] : []),
    ...(awaitsCall(one) ? [now('callbackMade')] : []),
  ];
  const answers = [dialog('answer'), dialog('askBack')];
  return one.status === 'answered' ? [...others, ...close, ...answers] : [...others, ...answers, ...close];
}

const rest = (dialog: Buttons['dialog'], one: Case): Action[] => {
  const outcomes = [dialog('grant'), dialog('assess')];
  return one.status === 'answered' ? outcomes.map(rarely) : outcomes;
};

function closedActions(make: Buttons, one: Case): Action[] {
  return [
    make.now('reopenCase'),
    ...[...referenceActions(make, one), ...readingActions(make, one)].map(rarely),
  ];
}

const referenceActions = ({ dialog }: Buttons, one: Case): Action[] =>
  one.outcomes.some(
    (outcome) => (outcome.kind === 'grant' || outcome.kind === 'assessment') && !outcome.reference,
  )
    ? [dialog('addReference')]
    : [];

/** An answer may be worth keeping for others to read. */
const draftActions = (context: CardContext, one: Case): Action[] =>
  one.outcomes.some(({ kind }) => kind === 'guidance') ? [rarely(draftButton(context.language, one))] : [];

const needsResend = (one: Case) =>
  one.views.asker?.state === 'lost' ||
  one.rings.some(({ state }) => state === 'unsure' || state === 'failed');

/** What changes nothing of the case itself. */
function readingActions({ now, dialog }: Buttons, one: Case): Action[] {
  return [
    ...(one.hasDetails ? [dialog('showClient')] : []),
    dialog('copyText'),
    ...(needsResend(one) ? [now('resend')] : []),
  ];
}

/** For those who do not stand before the case's own card: another region, a supervisor. */
export function outsiderActions(context: CardContext, one: Case): readonly Action[] {
  if (!isOpen(one)) return [];
  return [buttonsFor(context, one).dialog('takeOver')];
}
