/** A key and a certificate for this machine that it signed itself: X.509 (RFC 5280) as few bytes as it takes. */
import { generateKeyPairSync, sign } from 'node:crypto';

export function selfSigned(from: number, until: number): { readonly cert: string; readonly key: string } {
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
  return { cert, key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

const hex = (text: string) => Buffer.from(text, 'hex');
const time = (ms: number) =>
  part(
    0x17,
    Buffer.from(
      `${new Date(ms)
        .toISOString()
        .slice(2)
        .replace(/[-:T]|\..*/g, '')}Z`,
    ),
  );

/** One value of DER: its tag, its length, its bytes. */
function part(tag: number, ...bytes: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bytes);
  return Buffer.concat([Buffer.from([tag, ...sizeOf(body)]), body]);
}

/** As short as it goes: Chromium takes no other. */
function sizeOf({ length }: Buffer): readonly number[] {
  if (length < 128) return [length];
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
}
