/** Everything that is said in English. */
import { enAdvisor } from './advisor.ts';
import { enAsker } from './asker.ts';
import { enCommon } from './common.ts';
import { enExtension } from './extension.ts';
import { enFeedback } from './feedback.ts';
import { enLibrary } from './library.ts';
import { enRecording } from './recording.ts';
import { enReport } from './report.ts';
import { enSetup } from './setup.ts';
import { enTalk } from './talk.ts';

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
