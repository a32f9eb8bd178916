/** Every verb that a card may carry: who may press it, and what reads its press. Its handler stands in `teams/actions`. */
import type { Command } from '../../domain/case/command.ts';
import { caseDialogs, caseNow, handOverAll, sendReply } from './advisor-readers.ts';
import { asker } from './asker-readers.ts';
import { feedback } from './feedback-reader.ts';
import { toInstruction } from './instruction-reader.ts';
import type { PressReader } from './pressed.ts';
import { record } from './recording-reader.ts';
import { postReport } from './report-reader.ts';
import { setup } from './setup-readers.ts';
import { leading } from './supervisor-readers.ts';

type VerbEntry = {
  /**
   * Whose card it stands on. Supervisors' rights are asked by the router. Whose a case or a draft is the desk alone
   * knows: it decides of all others, and refuses in its own words.
   */
  readonly who: 'asker' | 'advisor' | 'supervisor';
  /** Of a supervisor's verb: the desk asks for the right, since its refusal has words of its own. */
  readonly asks?: 'desk';
  /** Its button may open a dialog, which then sends under the same verb. */
  readonly opens?: true;
  /** Teams leaves out data that holds nothing. */
  readonly bare?: true;
  /** Not even that it was pressed is logged: the line must not know who gave feedback. */
  readonly unlogged?: true;
  readonly read: PressReader<object>;
};

/** Each command on a case has a verb; a verb that is not here does not compile on a card. */
type VerbTable = { readonly [verb in Command['do']]: VerbEntry } & { readonly [verb: string]: VerbEntry };

export const verbs = {
  // the question card
  ask: { who: 'asker', read: asker.ask },
  sendAnyway: { who: 'asker', read: asker.sendAnyway },
  discard: { who: 'asker', read: asker.discard },
  newQuestion: { who: 'asker', read: asker.newQuestion },

  // the asker's own cases
  reply: { who: 'asker', opens: true, read: asker.reply },
  edit: { who: 'asker', opens: true, read: asker.edit },
  wrongRegion: { who: 'asker', opens: true, read: asker.wrongRegion },
  withdraw: { who: 'asker', read: asker.withdraw },
  reopen: { who: 'asker', opens: true, read: asker.reopen },
  concern: { who: 'asker', opens: true, read: asker.concern },
  feedback: { who: 'asker', unlogged: true, read: feedback },
  menu: { who: 'asker', read: asker.menu },
  show: { who: 'asker', read: asker.show },

  // a case in its channel
  claim: { who: 'advisor', read: caseNow.claim },
  release: { who: 'advisor', read: caseNow.release },
  close: { who: 'advisor', read: caseNow.close },
  reopenCase: { who: 'advisor', read: caseNow.reopenCase },
  callbackMade: { who: 'advisor', read: caseNow.callbackMade },
  resend: { who: 'advisor', read: caseNow.resend },
  answer: { who: 'advisor', opens: true, read: caseDialogs.answer },
  askBack: { who: 'advisor', opens: true, read: caseDialogs.askBack },
  takeOver: { who: 'advisor', opens: true, read: caseDialogs.takeOver },
  grant: { who: 'advisor', opens: true, read: caseDialogs.grant },
  assess: { who: 'advisor', opens: true, read: caseDialogs.assess },
  reportConcern: { who: 'advisor', opens: true, read: caseDialogs.reportConcern },
  redirect: { who: 'advisor', opens: true, read: caseDialogs.redirect },
  transfer: { who: 'advisor', opens: true, read: caseDialogs.transfer },
  handOver: { who: 'advisor', opens: true, read: caseDialogs.handOver },
  showClient: { who: 'advisor', opens: true, read: caseDialogs.showClient },
  addReference: { who: 'advisor', opens: true, read: caseDialogs.addReference },
  markRecorded: { who: 'advisor', opens: true, read: caseDialogs.markRecorded },
  copyText: { who: 'advisor', opens: true, read: caseDialogs.copyText },
  sendReply: { who: 'advisor', read: sendReply },

  // an advisor's own
  handOverAll: { who: 'advisor', opens: true, read: handOverAll },
  record: { who: 'advisor', opens: true, read: record },
  toInstruction: { who: 'advisor', opens: true, read: toInstruction },

  // leading the line
  bind: { who: 'supervisor', read: leading.bind },
  unbind: { who: 'supervisor', read: leading.unbind },
  editPerson: { who: 'supervisor', opens: true, read: leading.editPerson },
  addMembers: { who: 'supervisor', read: leading.addMembers },
  postReport: { who: 'supervisor', asks: 'desk', read: postReport },

  // taking it into use
  setupRefresh: { who: 'supervisor', bare: true, read: setup.setupRefresh },
  setupTell: { who: 'supervisor', opens: true, read: setup.setupTell },
  setupChannels: { who: 'supervisor', opens: true, read: setup.setupChannels },
  setupTeam: { who: 'supervisor', read: setup.setupTeam },
  setupAdvisors: { who: 'supervisor', opens: true, read: setup.setupAdvisors },
  setupTest: { who: 'supervisor', read: setup.setupTest },
  setupReceived: { who: 'advisor', read: setup.setupReceived },
} satisfies VerbTable;

export type Verb = keyof typeof verbs;

/** Those that a button may open a dialog with. */
export type DialogVerb = { [V in Verb]: (typeof verbs)[V] extends { opens: true } ? V : never }[Verb];

/** What each verb's press means. */
export type Wishes = { readonly [V in Verb]: NonNullable<ReturnType<(typeof verbs)[V]['read']>> };
