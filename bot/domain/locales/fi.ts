/** Everything that is said in Finnish. */
import { fiAdvisor } from './fi/advisor.ts';
import { fiAsker } from './fi/asker.ts';
import { fiCommon } from './fi/common.ts';
import { fiExtension } from './fi/extension.ts';
import { fiFeedback } from './fi/feedback.ts';
import { fiLibrary } from './fi/library.ts';
import { fiRecording } from './fi/recording.ts';
import { fiReport } from './fi/report.ts';
import { fiSetup } from './fi/setup.ts';
import { fiTalk } from './fi/talk.ts';

export const fi = {
  common: fiCommon,
  asker: fiAsker,
  advisor: fiAdvisor,
  extension: fiExtension,
  feedback: fiFeedback,
  library: fiLibrary,
  recording: fiRecording,
  report: fiReport,
  setup: fiSetup,
  talk: fiTalk,
};
