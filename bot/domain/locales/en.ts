/** Everything that is said in English. */
import { enAdvisor } from './en/advisor.ts';
import { enAsker } from './en/asker.ts';
import { enCommon } from './en/common.ts';
import { enExtension } from './en/extension.ts';
import { enFeedback } from './en/feedback.ts';
import { enLibrary } from './en/library.ts';
import { enRecording } from './en/recording.ts';
import { enReport } from './en/report.ts';
import { enSetup } from './en/setup.ts';
import { enTalk } from './en/talk.ts';

export const en = {
  common: enCommon,
  asker: enAsker,
  advisor: enAdvisor,
  extension: enExtension,
  feedback: enFeedback,
  library: enLibrary,
  recording: enRecording,
  report: enReport,
  setup: enSetup,
  talk: enTalk,
};
