/** Everything that is said in Finnish. */
import { fiAdvisor } from './advisor.ts';
import { fiAsker } from './asker.ts';
import { fiCommon } from './common.ts';
import { fiExtension } from './extension.ts';
import { fiFeedback } from './feedback.ts';
import { fiLibrary } from './library.ts';
import { fiRecording } from './recording.ts';
import { fiReport } from './report.ts';
import { fiSetup } from './setup.ts';
import { fiTalk } from './talk.ts';

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
