/** What Azure Storage and Entra say when they refuse, and what doctor makes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { storageFault } from '../../bot/operator/checks/storage-checks.ts';
import { tokenFault } from '../../bot/operator/checks/token-checks.ts';

const failed = (name: string, message: string, facts: object = {}) =>
  Object.assign(new Error(message), { name, ...facts });
const refused = (statusCode: number, code: string) =>
  failed('RestError', code, { statusCode, details: { odataError: { code } } });

describe('doctor on what storage says', () => {
  const table: readonly (readonly [error: Error, says: RegExp, remedy: RegExp])[] = [
    [
      refused(403, 'AuthorizationPermissionMismatch'),
      /no right to the tables/,
      /“Storage Table Data Contributor”/,
    ],
    [refused(403, 'AuthorizationFailure'), /network rules/, /Networking/],
    [refused(403, 'KeyBasedAuthenticationNotPermitted'), /takes no keys/, /TABLES_ENDPOINT/],
    [refused(403, 'AuthenticationFailed'), /does not accept who asks/, /TABLES_CONNECTION again/],
    [refused(401, 'InvalidAuthenticationInfo'), /does not accept who asks/, /sign in to its tenant/],
    [refused(404, 'ResourceNotFound'), /not a storage account’s tables/, /table\.core\.windows\.net/],
    [refused(503, 'ServerBusy'), /503 ServerBusy/, /status page/],
    [refused(400, 'Strange'), /400 Strange/, /TABLES_ENDPOINT/],
    [failed('RestError', 'x', { code: 'ENOTFOUND' }), /its name is not known/, /private DNS zone/],
    [failed('RestError', 'x', { code: 'ECONNREFUSED' }), /nothing listens/, /TABLES_ENDPOINT/],
    [failed('RestError', 'x', { code: 'ETIMEDOUT' }), /does not answer/, /firewall/],
    [failed('AbortError', 'The operation was aborted.'), /does not answer/, /network rules/],
    [
      failed('RestError', 'x', { code: 'CERT_HAS_EXPIRED' }),
      /certificate is not accepted/,
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      failed('AggregateAuthenticationError', 'ChainedTokenCredential failed'),
      /Nobody is signed in/,
      /az login/,
    ],
    [failed('CredentialUnavailableError', 'ManagedIdentityCredential'), /Nobody is signed in/, /container/],
  ];
  for (const [error, says, remedy] of table) {
    it(`${error.name} ${error.message} ${'code' in error ? error.code : ''}`, () => {
      const found = storageFault(error);
      assert.equal(found?.state, 'failure');
      assert.match(found.says, says);
      assert.match(found.remedy ?? '', remedy);
    });
  }
  it('knows nothing of a fault of the code', () => {
    assert.equal(storageFault(new TypeError('x is not a function')), undefined);
  });
});

describe('doctor on what Entra says of the bot', () => {
  const bot = {
    id: 'a0000000-0000-4000-8000-00000000000a',
    tenantId: 'c0000000-0000-4000-8000-00000000000c',
    type: 'SingleTenant',
  } as const;
  const table: readonly (readonly [message: string, says: RegExp, remedy: RegExp])[] = [
    [
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent …',
      /not a secret/,
      /value, not its id/,
    ],
    [
      "AADSTS7000222: The provided client secret keys for app 'x' are expired.",
      /has expired/,
      /BOT_PASSWORD_EXPIRES/,
    ],
    ["AADSTS700016: Application with identifier 'x' was not found", /c0.* has no app a0/, /single tenant/],
    ["AADSTS90002: Tenant 'x' not found.", /no tenant c0/, /BOT_TENANT_ID/],
    ['AADSTS7000112: Application is disabled.', /a0.* may not sign in/, /Enable it/],
    [
      'AADSTS53003: Access has been blocked by Conditional Access',
      /conditional access/,
      /workload identities/,
    ],
    ['AADSTS99999: something new', /no token \(AADSTS99999\)/, /login\.microsoftonline\.com\/error/],
    [
      'endpoints_resolution_error: could not resolve',
      /can’t be reached/,
      /Let login\.microsoftonline\.com be reached/,
    ],
    ['getaddrinfo ENOTFOUND login.microsoftonline.com', /its name is not known/, /./],
  ];
  for (const [message, says, remedy] of table) {
    it(message, () => {
      const found = tokenFault(failed('ServerError', `${message} Trace ID: 5f0 secret=hunter2`), bot);
      assert.match(found.says, says);
      assert.match(found.remedy ?? '', remedy);
      assert.ok(!found.says.includes('hunter2'), 'Entra’s own words stay untold');
    });
  }
});
