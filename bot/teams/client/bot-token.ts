/** What an operator's check needs to know of the bot's own token and of those who sign Teams' tokens. */
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';
import type { Connectors } from './connectors.ts';

/** Where Microsoft says with which keys Teams signs. */
export const teamsOpenIdMetadata: string = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

/** Has a token for calling Teams issued again, whatever was remembered. @throws what its issuer said */
export async function renewToken(connectors: Connectors, serviceUrl: string): Promise<void> {
  const { credentials } = await connectors.to(serviceUrl);
  if (!(credentials instanceof AppCredentials)) throw new Error('The connection to Teams has no credentials');
  await credentials.getToken(true);
}
