/** Everything that is said in Swedish. */
import { svAdvisor } from './advisor.ts';
import { svAsker } from './asker.ts';
import { svCommon } from './common.ts';
import { svExtension } from './extension.ts';
import { svFeedback } from './feedback.ts';
import { svLibrary } from './library.ts';
import { svRecording } from './recording.ts';
import { svReport } from './report.ts';
import { svSetup } from './setup.ts';
import { svTalk } from './talk.ts';

export const sv = {
  common: svCommon,
  asker: svAsker,
  advisor: svAdvisor,
  extension: svExtension,
  feedback: svFeedback,
  library: svLibrary,
  recording: svRecording,
  report: svReport,
  setup: svSetup,
  talk: svTalk,
};
