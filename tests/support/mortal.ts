/** A process of the line that can die at any call, and a line of Teams to it that dies with it. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { RestError } from '@azure/data-tables';
import type { Service } from '../../bot/compose.ts';
import type { Call } from '../../bot/local/service/calls.ts';
import type { TestLine } from './line.ts';
import type { Between, OwnTables } from './stores.ts';

/** What befalls one call: the process dies before or after it, its answer is lost, or it is made twice. */
export const fates = ['kill-before', 'kill-after', 'lost', 'double'] as const;
export type Fate = (typeof fates)[number];
export type Misfortune = { readonly what: 'storage' | 'teams'; readonly nth: number; readonly fate: Fate };
/** A call as it was made: `PUT cases`, `update`. */
export type Made = { readonly what: Misfortune['what']; readonly nth: number; readonly name: string };

export type Mortals = {
  /** Every call since the last `begin`, oldest first. */
  readonly made: readonly Made[];
  readonly isDead: boolean;
  /** Whether storage has yet to answer the process now alive. */
  readonly isWaiting: boolean;
  /** Comes true when the process now alive dies. */
  readonly death: Promise<void>;
  readonly struck: boolean;
  readonly service: Service;
  /** Counts again; `misfortune` strikes once. */
  begin(misfortune?: Misfortune): void;
  /** What has not struck by now never will: a test's own question must not be what it kills. */
  calm(): void;
  /** Starts a new process when the last one died. */
  revive(): Promise<void>;
  /** Ends them all, the dead ones too. */
  end(): Promise<void>;
};

/** Lets Teams reach `town` only through processes that can die. */
export async function mortalsOf(town: TestLine): Promise<Mortals> {
  const wire = await openWire();
  town.teams.botEndpoint = `http://127.0.0.1:${wire.port}/api/messages`;
  const graves: (() => void)[] = [];
  const lines: Service[] = [];
  let made: Made[] = [];
  let due: Misfortune | undefined;
  let struck = false;
  let isDead = false;
  let isOver = false;
  let life = newLife();

  const fateOf = (what: Made['what'], name: string): Fate | undefined => {
    const nth = made.filter((one) => one.what === what).length;
    made.push({ what, nth, name });
    if (due?.what !== what || due.nth !== nth) return undefined;
    const { fate } = due;
    due = undefined;
    struck = true;
    return fate;
  };
  const die = () => {
    isDead = true;
    life.end();
    wire.cut();
  };

  /** Carries one call of a process to storage, as far as its fate lets it. */
  const carry = async <Answer>(own: Life, name: string, next: () => Promise<Answer>): Promise<Answer> => {
    const rest = () =>
      new Promise<never>((_, reject) => {
        const wake = () => reject(new Error('This process is dead'));
        if (isOver) wake();
        else graves.push(wake);
      });
    if (own.dead) return rest();
    const fate = fateOf('storage', name);
    if (fate === 'kill-before') {
      die();
      return rest();
    }
    own.waiting += 1;
    let answer: Answer;
    try {
      // the network brings it twice; what the second time answers is what the process hears
      if (fate === 'double') await next();
      answer = await next();
    } finally {
      own.waiting -= 1;
    }
    if (fate === 'kill-after') die();
    if (own.dead) return rest();
    if (fate === 'lost') throw new RestError('The answer was lost', { code: 'ECONNRESET' });
    return answer;
  };
  const between = (own: Life): Between => ({
    step: ({ writes, table }, next) => carry(own, `${writes ? 'PUT' : 'GET'} ${table}`, next),
    policies: [
      {
        position: 'perRetry',
        policy: {
          name: 'mortal',
          sendRequest: (request, next) =>
            carry(own, `${request.method} ${tableIn(request.url)}`, () => next(request)),
        },
      },
    ],
  });

  town.teams.faults.add({
    kind: 'hang',
    times: Number.POSITIVE_INFINITY,
    match: (call) => strikes(call, 'kill-before'),
  });
  town.teams.faults.add({
    kind: 'lost-reply',
    times: Number.POSITIVE_INFINITY,
    match: () => struckNow === 'kill-after' || struckNow === 'lost',
  });
  town.teams.faults.add({
    kind: 'double',
    times: Number.POSITIVE_INFINITY,
    match: () => struckNow === 'double',
  });
  let struckNow: Fate | undefined;
  // asked first for each call: the other two look at what it drew
  function strikes(call: Call, fate: Fate): boolean {
    struckNow = call.operation === 'token' ? undefined : fateOf('teams', call.operation);
    if (struckNow === 'kill-before' || struckNow === 'kill-after') die();
    return struckNow === fate;
  }

  const revive = async () => {
    if (lines.length > 0 && !isDead) return;
    life = newLife();
    const service = await town.another({
      tables: standing(town.tables),
      faults: between(life),
      tries: 1,
      callWithinMs: 30_000,
    });
    lines.push(service);
    isDead = false;
    wire.lead(service.port);
  };
  await revive();

  return {
    get made() {
      return made;
    },
    get isDead() {
      return isDead;
    },
    get isWaiting() {
      return life.waiting > 0;
    },
    get death() {
      return life.over;
    },
    get struck() {
      return struck;
    },
    get service() {
      const last = lines.at(-1);
      if (!last) throw new Error('No process is alive');
      return last;
    },
    begin(misfortune) {
      made = [];
      due = misfortune;
      struck = false;
    },
    calm() {
      due = undefined;
    },
    revive,
    async end() {
      wire.cut();
      isOver = true;
      for (const bury of graves) bury();
      // what hangs for the dead would be waited for
      await town.teams.stop();
      await Promise.all(lines.map((service) => service.stop()));
      await wire.close();
    },
  };
}

type Life = ReturnType<typeof newLife>;

function newLife() {
  let over: () => void = () => undefined;
  const life = {
    dead: false,
    waiting: 0,
    over: new Promise<void>((resolve) => {
      over = resolve;
    }),
    end() {
      life.dead = true;
      over();
    },
  };
  return life;
}

/** Tables that stand already: a process that follows another need not ask for each of them. */
const standing = (tables: OwnTables): OwnTables => ({
  ...tables,
  async open(betweenThem) {
    const opened = await tables.open(betweenThem);
    for (const table of Object.values(opened)) table.make = async () => undefined;
    return opened;
  },
});

const tableIn = (url: string) =>
  /devstoreaccount1\/(\$?)t?[0-9a-f]*(\w+)/.exec(url)?.slice(1).join('') ?? url;

/** A wire between Teams and the process that can be cut at once, whatever is under way on it. */
async function openWire() {
  const sockets = new Set<Socket>();
  let port: number | undefined;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server: Server = createServer((incoming) => {
    if (port === undefined) return incoming.destroy();
    const outgoing = connect(port, '127.0.0.1');
    for (const one of [incoming, outgoing]) keep(one);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The wire has no port');
  const cut = () => {
    port = undefined;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    lead(to: number) {
      port = to;
    },
    cut,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
