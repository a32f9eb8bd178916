/** Every check of an installation, in the order in which they are told; each stands after those it needs. */
import type { Check } from './check.ts';
import { countyCheck, hoursCheck } from './county-checks.ts';
import { manifestCheck } from './manifest-check.ts';
import { certificateCheck, messagesCheck, serverCheck, tabCheck } from './server-checks.ts';
import { nodeCheck, secretsCheck, settingsCheck } from './settings-checks.ts';
import { dataKeysCheck, rowsCheck, storageCheck } from './storage-checks.ts';
import { advisorsCheck, channelsCheck, supervisorCheck, teamsAppCheck } from './teams-checks.ts';
import { botTokenCheck, clockCheck, directoryCheck, entraCheck, teamsKeysCheck } from './token-checks.ts';

export const allChecks: readonly Check[] = [
  nodeCheck,
  settingsCheck,
  secretsCheck,
  countyCheck,
  storageCheck,
  rowsCheck,
  dataKeysCheck,
  hoursCheck,
  teamsKeysCheck,
  entraCheck,
  botTokenCheck,
  directoryCheck,
  clockCheck,
  serverCheck,
  certificateCheck,
  messagesCheck,
  tabCheck,
  manifestCheck,
  channelsCheck,
  teamsAppCheck,
  advisorsCheck,
  supervisorCheck,
];
