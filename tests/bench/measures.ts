/** What a server under test tells its parent: the processor time it has used, and where that time went. */
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { type Profiler, Session } from 'node:inspector/promises';

export type Measure = {
  readonly cpuMs: number;
  readonly residentMb: number;
  /** How many calls have gone out, by `host:port`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly profile?: Profiler.Profile;
};

/** Answers each message of the parent; `profile` starts a profile, `told` ends it and gives it along. */
export function answerMeasures(): void {
  let session: Session | undefined;
  const calls: Record<string, number> = {};
  subscribe('http.client.request.start', (message) => {
    const host = String((message as { request: ClientRequest }).request.getHeader('host'));
    calls[host] = (calls[host] ?? 0) + 1;
  });
  process.on('message', async (wish) => {
    const { user, system } = process.cpuUsage();
    const used = { cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 2 ** 20, calls };
    if (wish === 'profile') {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 500 });
      await session.post('Profiler.start');
    }
    const profile = wish === 'told' ? (await session?.post('Profiler.stop'))?.profile : undefined;
    process.send?.({ ...used, ...(profile && { profile }) });
  });
  process.on('disconnect', () => process.exit());
}
