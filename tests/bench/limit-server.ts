/** The bench's limit: what a turn costs at least — node:http, one token check, one outbound post, no SDK. */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { answerMeasures } from './measures.ts';

const metadata = await fetch(process.env['BOT_OPENID_METADATA'] ?? '');
const { jwks_uri: keysUrl } = (await metadata.json()) as { jwks_uri: string };
const keys = createRemoteJWKSet(new URL(keysUrl));
const expected = { issuer: process.env['BOT_TOKEN_ISSUER'] ?? '', audience: process.env['BOT_ID'] ?? '' };
const agent = new Agent({ keepAlive: true });

type Message = { serviceUrl: string; text?: string; conversation: { id: string } };

const server = createServer(async (call, answer) => {
  const chunks: Buffer[] = [];
  for await (const chunk of call) chunks.push(chunk as Buffer);
  const activity = JSON.parse(Buffer.concat(chunks).toString()) as Message;
  await jwtVerify(call.headers.authorization?.slice('Bearer '.length) ?? '', keys, expected);
  await post(activity);
  answer.end();
});

function post({ serviceUrl, text, conversation }: Message): Promise<void> {
  const body = JSON.stringify({ type: 'message', text: `You said: ${text}` });
  const url = new URL(`v3/conversations/${encodeURIComponent(conversation.id)}/activities`, serviceUrl);
  const headers = {
    authorization: 'Bearer token',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) =>
      answer.resume().once('end', resolve),
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
answerMeasures();
