/** The settings that tell the production server where this Teams is; honoured only with LOCAL=1 on a loopback HOST. */

import type { StandInTeams } from '../teams.ts';

/** To be read after the start, when the addresses are known. */
export function settingsForBot(teams: StandInTeams): Record<string, string> {
  const { tokens } = teams;
  return {
    LOCAL: '1',
    HOST: '127.0.0.1',
    BOT_ID: teams.botId,
    BOT_TYPE: 'UserAssignedMsi',
    BOT_TENANT_ID: teams.tenantId,
    TAB_CLIENT_ID: teams.tabClientId,
    BOT_OPENID_METADATA: tokens.botMetadata,
    BOT_TOKEN_ISSUER: tokens.botIssuer,
    SERVICE_URLS: teams.serviceUrl,
    TAB_OPENID_METADATA: tokens.tabMetadata,
    TAB_TOKEN_ISSUER: tokens.tabIssuer,
    IDENTITY_ENDPOINT: tokens.identityEndpoint,
    IDENTITY_HEADER: tokens.identityHeader,
  };
}
