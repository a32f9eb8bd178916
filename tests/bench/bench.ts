/** `npm run bench`: a whole turn of the line against the SDK's bare echo bot, as ratios in one run (design: figures). */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startAzurite } from '../../bot/local/start/azurite.ts';
import type { Measure } from './measures.ts';
import { type Profiled, report } from './report.ts';
import { sharesOf } from './shares.ts';
import { type Json, startTeamsStub, type TeamsStub, type Writer, writer } from './teams-stub.ts';

const rounds = 3;
const turnsARound = 50;
const atOnce = 8;

type Server = {
  readonly port: number;
  /** Milliseconds of processor time since its start. */
  used(): Promise<number>;
  profile(turns: () => Promise<void>): Promise<Profiled>;
  stop(): Promise<void>;
};

async function startServer(file: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    // the same flags for all; what they print goes nowhere, as quickly as that is
    execArgv: ['--import', 'tsx', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A server under test ended with ${code}`);
  });
  ended.catch(() => undefined);
  const told = async <Message>() => {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [Message];
    return message;
  };
  const { port } = await told<{ port: number }>();
  const ask = async (wish: string) => {
    child.send(wish);
    return told<Measure>();
  };
  return {
    port,
    used: async () => (await ask('used')).cpuMs,
    async profile(turns) {
      const before = (await ask('profile')).calls;
      await turns();
      const { profile, calls } = await ask('told');
      const made = Object.entries(calls).map(([host, all]) => [host, all - (before[host] ?? 0)]);
      return { shares: profile ? sharesOf(profile) : [], calls: Object.fromEntries(made) };
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** Some at a time, as many as `atOnce`. */
async function each(writers: readonly Writer[], turn: (who: Writer) => Promise<unknown>): Promise<void> {
  const waiting = [...writers];
  const work = async () => {
    for (let who = waiting.shift(); who; who = waiting.shift()) await turn(who);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Turns per second of processor time. */
async function measured(
  server: Server,
  writers: readonly Writer[],
  turns: () => Promise<void>,
): Promise<number> {
  const before = await server.used();
  await turns();
  return writers.length / (((await server.used()) - before) / 1000);
}

const question = ({ name }: Writer) =>
  `Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi? ${name}`;
const filledIn = { topic: 'guidance', place: 'iisalmi', priority75: 'yes', urgency: 'today', care: 'none' };

function turnsOf(teams: TeamsStub, line: Server) {
  const text = (writers: readonly Writer[]) =>
    each(writers, (who) => teams.deliver(line.port, teams.message(who, question(who))));
  const press = async (writers: readonly Writer[]) => {
    const before = { ...teams.counted };
    await each(writers, (who) => pressAsk(teams, line, who));
    await until(() => teams.counted.threads - before.threads >= writers.length, 'a thread for each case');
    await quiet(teams);
  };
  return { text, press };
}

async function pressAsk(teams: TeamsStub, line: Server, who: Writer): Promise<void> {
  const shown = teams.cardIn(who);
  const draftId = /"draftId":"([^"]+)"/.exec(JSON.stringify(shown?.card))?.[1];
  if (!shown || !draftId) throw new Error('No question card came');
  const data: Json = { draftId, question: question(who), ...filledIn };
  const answer = await teams.deliver(line.port, teams.press(who, shown.id, 'ask', data));
  if (answer['type'] !== 'application/vnd.microsoft.card.adaptive')
    throw new Error(`Not sent: ${JSON.stringify(answer).slice(0, 300)}`);
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 600) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Every call that a turn set going has been made. */
async function quiet({ counted }: TeamsStub): Promise<void> {
  for (let before = -1; before !== counted.all; ) {
    before = counted.all;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function run(): Promise<void> {
  const teams = await startTeamsStub();
  const tables = await startAzurite();
  const lineSettings = {
    ...{ LOCAL: '1', HOST: '127.0.0.1', BOT_TYPE: 'UserAssignedMsi', TABLES_CONNECTION: tables.connection },
    ...{ DATA_KEYS: `bench:${Buffer.alloc(32, 1).toString('base64')}`, PUBLIC_URL: 'http://127.0.0.1:3978' },
    COUNTY_FILE: fileURLToPath(new URL('../../bot/counties/pohjois-savo.json', import.meta.url)),
    FIRST_SUPERVISOR: 'c0000000-0000-4000-8000-000000000001',
    TAB_CLIENT_ID: 'c0000000-0000-4000-8000-000000000002',
    TEAMS_APP_ID: 'c0000000-0000-4000-8000-000000000003',
  };
  const start = (file: string, more = {}) => startServer(file, { ...teams.environment, ...more });
  const line = await start('./line-under-test.ts', lineSettings);
  const echo = await start('./echo-bot.ts');
  const limit = await start('./limit-server.ts');
  try {
    await compare(teams, { line, echo, limit });
  } finally {
    await Promise.all([line.stop(), echo.stop(), limit.stop()]);
    await tables.stop();
    await teams.stop();
  }
}

async function compare(
  teams: TeamsStub,
  { line, echo, limit }: Record<'line' | 'echo' | 'limit', Server>,
): Promise<void> {
  const groups = Array.from({ length: rounds + 2 }, (_, group) =>
    Array.from({ length: turnsARound }, (_, n) => writer(group * turnsARound + n)),
  );
  const turns = turnsOf(teams, line);
  const say = (server: Server) => (writers: readonly Writer[]) =>
    each(writers, (who) => teams.deliver(server.port, teams.message(who, question(who))));
  // everybody is known before it counts, and every server warm
  const [warm = [], profiled = [], ...counted] = groups;
  for (const writers of groups) {
    await each(writers, (who) => teams.deliver(line.port, teams.message(who, 'ohje')));
    for (const server of [echo, limit]) await say(server)(writers);
  }
  for (const turn of [turns.text, turns.press]) await turn(warm);
  const figures: Record<'echo' | 'text' | 'press' | 'limit', number[]> = {
    echo: [],
    text: [],
    press: [],
    limit: [],
  };
  for (const writers of counted) {
    figures.echo.push(await measured(echo, writers, () => say(echo)(writers)));
    figures.text.push(await measured(line, writers, () => turns.text(writers)));
    figures.limit.push(await measured(limit, writers, () => say(limit)(writers)));
    figures.press.push(await measured(line, writers, () => turns.press(writers)));
  }
  const text = await line.profile(() => turns.text(profiled));
  const press = await line.profile(() => turns.press(profiled));
  const teamsAt = new URL(teams.serviceUrl).host;
  process.stdout.write(report({ rounds, turnsARound, figures, profiled: { text, press }, teamsAt }));
}

await run();
