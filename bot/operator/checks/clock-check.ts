/** Checks the clocks: this machine's and the server's against Entra's, by whose time tokens begin and end. */
import type { Installation } from '../installation.ts';
import { type Check, type CheckResult, failure, skipped, unlessFine, warning } from './check.ts';
import { entraMetadata } from './token-checks.ts';
import { ask } from './way-there.ts';

/** Tokens are accepted five minutes before and after their time. */
const drift = { warnMs: 60_000, failMs: 240_000 } as const;

export const clockCheck: Check = {
  name: 'clock',
  needs: ['entra'],
  run: async (installation) => {
    const { settings, planned } = installation;
    const theirs = await aheadAt(entraMetadata(settings()), installation);
    if (theirs === undefined) return [skipped('Entra does not say what time it is.')];
    const server = planned ? undefined : await aheadAt(`${settings().publicUrl}/health`, installation);
    const found = [
      clockFound('This machine’s clock', -theirs),
      ...(server === undefined ? [] : [clockFound('The server’s clock', server - theirs)]),
    ].filter((one) => one !== undefined);
    return unlessFine(found, 'It agrees with Entra’s.');
  },
};

async function aheadAt(address: string, { now, patience }: Installation): Promise<number | undefined> {
  const heard = await ask(address, { now, patience });
  return 'unheard' in heard ? undefined : heard.aheadMs;
}

function clockFound(whose: string, aheadMs: number): CheckResult | undefined {
  const off = Math.abs(aheadMs);
  if (off <= drift.warnMs) return undefined;
  const says = `${whose} is ${Math.round(off / 1000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Entra’s.`;
  const remedy = 'Let it follow a time server (NTP); from five minutes on no token is accepted.';
  return off > drift.failMs ? failure(says, remedy) : warning(says, remedy);
}
