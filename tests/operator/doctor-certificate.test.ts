/** Doctor on the certificate that Teams and people are shown. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { after, before, describe, it } from 'mocha';
import type { CheckResult } from '../../bot/operator/checks/check.ts';
import { certificateCheck, certificateFound } from '../../bot/operator/checks/server-checks.ts';
import { openInstallation } from '../../bot/operator/installation.ts';

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

/** A key and a certificate for 127.0.0.1 that it signed itself: X.509 (RFC 5280) as few bytes as it takes. */
function selfSigned(from: number, until: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = part(0x30, hex('06082a8648ce3d040302'));
  const name = part(0x30, part(0x31, part(0x30, hex('0603550403'), part(0x0c, Buffer.from('line')))));
  const addresses = part(0x30, part(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = part(0xa3, part(0x30, part(0x30, hex('0603551d11'), part(0x04, addresses))));
  const told = part(
    0x30,
    part(0xa0, hex('020102')),
    hex('020101'),
    ecdsaWithSha256,
    name,
    part(0x30, time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = part(0x03, Buffer.from([0]), sign('sha256', told, privateKey));
  const der = part(0x30, told, ecdsaWithSha256, signature);
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}

const hex = (text: string) => Buffer.from(text, 'hex');
const time = (ms: number) =>
  part(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\..*/g, '')}Z`));

/** One value of DER: its tag, its length, its bytes. */
function part(tag: number, ...bytes: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bytes);
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
