/** The handler of every verb: one that is missing, or stands here twice, does not compile. */

import { onCase, onHandOver, onHandOverAll, onReportConcern, sendReply } from './advisor-presses.ts';
import { newQuestion, onConcern, onMenu, onOwnCase, send, showAgain } from './asker-presses.ts';
import { onFeedback } from './feedback-presses.ts';
import type { Handlers } from './handler.ts';
import { onDraft } from './instruction-presses.ts';
import { addMembers, bind, onPerson, unbind } from './leading-presses.ts';
import { onRecord } from './recording-presses.ts';
import { onReport } from './report-presses.ts';
import { onAdvisors, onChannels, onTeam, onTell, received, redrawn, sendTests } from './setup-presses.ts';

export const handlers: Handlers = {
  ask: send,
  sendAnyway: send,
  discard: send,
  newQuestion,

  reply: onOwnCase,
  edit: onOwnCase,
  wrongRegion: onOwnCase,
  withdraw: onOwnCase,
  reopen: onOwnCase,
  concern: onConcern,
  feedback: onFeedback,
  menu: onMenu,
  show: showAgain,

  claim: onCase,
  release: onCase,
  close: onCase,
  reopenCase: onCase,
  callbackMade: onCase,
  resend: onCase,
  answer: onCase,
  askBack: onCase,
  takeOver: onCase,
  grant: onCase,
  assess: onCase,
  reportConcern: onReportConcern,
  redirect: onCase,
  transfer: onCase,
  handOver: onHandOver,
  showClient: onCase,
  addReference: onCase,
  markRecorded: onCase,
  copyText: onCase,
  sendReply,

  handOverAll: onHandOverAll,
  record: onRecord,
  toInstruction: onDraft,

  bind,
  unbind,
  editPerson: onPerson,
  addMembers,
  postReport: onReport,

  setupRefresh: redrawn,
  setupTell: onTell,
  setupChannels: onChannels,
  setupTeam: onTeam,
  setupAdvisors: onAdvisors,
  setupTest: sendTests,
  setupReceived: received,
};
