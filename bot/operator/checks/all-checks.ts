/** Every check of an installation, in the order in which they are told; each stands after those it needs. */
import type { Check } from './check.ts';
import { clockCheck } from './clock-check.ts';
import { countyCheck, hoursCheck } from './county-checks.ts';
import { dataKeysCheck, rowsCheck } from './kept-checks.ts';
import { manifestCheck } from './manifest-check.ts';
import { advisorsCheck, supervisorCheck } from './people-checks.ts';
import { certificateCheck, messagesCheck, serverCheck, tabCheck } from './server-checks.ts';
import { nodeCheck, secretsCheck, settingsCheck } from './settings-checks.ts';
import { storageCheck } from './storage-checks.ts';
import { channelsCheck, teamsAppCheck } from './teams-checks.ts';
import { botTokenCheck, directoryCheck, entraCheck, teamsKeysCheck } from './token-checks.ts';

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
