/** Everything that is said in Swedish. */
import { svAdvisor } from './sv-advisor.ts';
import { svAsker } from './sv-asker.ts';
import { svCommon } from './sv-common.ts';
import { svLibrary } from './sv-library.ts';
import { svReport } from './sv-report.ts';
import { svTalk } from './sv-talk.ts';

export const sv = {
  common: svCommon,
  asker: svAsker,
  advisor: svAdvisor,
  library: svLibrary,
  report: svReport,
  talk: svTalk,
};
