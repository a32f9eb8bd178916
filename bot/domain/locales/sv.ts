/** Everything that is said in Swedish. */
import { svAdvisor } from './sv/advisor.ts';
import { svAsker } from './sv/asker.ts';
import { svCommon } from './sv/common.ts';
import { svExtension } from './sv/extension.ts';
import { svFeedback } from './sv/feedback.ts';
import { svLibrary } from './sv/library.ts';
import { svRecording } from './sv/recording.ts';
import { svReport } from './sv/report.ts';
import { svSetup } from './sv/setup.ts';
import { svTalk } from './sv/talk.ts';

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
