/** Doctor on the certificate that Teams and people are shown. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { after, before, describe, it } from 'mocha';
import type { CheckResult } from '../../bot/operator/checks/check.ts';
import { certificateCheck, certificateFound } from '../../bot/operator/checks/server-checks.ts';
import { openInstallation } from '../../bot/operator/installation.ts';
import { selfSigned } from '../support/self-signed.ts';

const day = 86_400_000;
const noon = Date.UTC(2026, 4, 4, 12);

describe('doctor on the certificate', () => {
  const table: readonly (readonly [
    days: number,
    refused: string | undefined,
    CheckResult['state'],
    RegExp,
  ])[] = [
    [200, undefined, 'ok', /lasts until 2026-11-20/],
    [22, undefined, 'ok', /lasts until/],
    [21, undefined, 'warning', /expires on 2026-05-25, in 21 days/],
    [0.5, undefined, 'warning', /in 0 days/],
    [-1, undefined, 'failure', /expired on 2026-05-03/],
    [-1, 'CERT_HAS_EXPIRED', 'failure', /expired on 2026-05-03/],
    [200, 'ERR_TLS_CERT_ALTNAME_INVALID', 'failure', /would not accept it \(ERR_TLS_CERT_ALTNAME_INVALID\)/],
  ];
  for (const [days, refused, state, says] of table) {
    it(`is a ${state} ${days} days before its end${refused ? ` when it is refused: ${refused}` : ''}`, () => {
      const found = certificateFound({ ends: noon + days * day, ...(refused && { refused }) }, noon);
      assert.equal(found.state, state);
      assert.match(found.says, says);
      assert.equal(found.remedy !== undefined, state !== 'ok');
    });
  }

  describe('of a real server', () => {
    let server: Server;
    let url = '';
    before(async () => {
      server = createServer(selfSigned(Date.now() - 30 * day, Date.now() + 30 * day));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => new Promise((resolve) => server.close(resolve)));

    const look = async (publicUrl: string, now = Date.now()) => {
      const installation = openInstallation({ env: {}, version: '1.0.0' });
      // only the address is asked for
      const settings = { publicUrl } as ReturnType<typeof installation.settings>;
      const [found] = await certificateCheck.run({
        ...installation,
        settings: () => settings,
        now: () => now,
      });
      return found;
    };

    it('is read, and refused when nobody vouches for it', async () => {
      const found = await look(url);
      assert.equal(found?.state, 'failure');
      assert.match(found.says, /SELF_SIGNED/);
      assert.match(found.remedy ?? '', /public authority/);
    });
    it('is told to have expired when it has', async () => {
      assert.match((await look(url, Date.now() + 31 * day))?.says ?? '', /expired on \d{4}-\d\d-\d\d/);
    });
    it('is left to the check of the server when nothing listens', async () => {
      assert.equal((await look('https://127.0.0.1:2'))?.state, 'skipped');
    });
  });
});
