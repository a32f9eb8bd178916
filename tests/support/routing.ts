/** Presses routed by the real table and handlers, up to the first thing they ask of a port: no server, no store. */
import type { PressPlace } from '../../bot/cards/verbs/read-press.ts';
import type { Roles } from '../../bot/domain/roles.ts';
import { handlers } from '../../bot/teams/actions/handlers.ts';
import { route } from '../../bot/teams/actions/router.ts';
import type { BotPorts, Reply, Turn, Way } from '../../bot/teams/inbound/turn.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import { ada, county, noon, personOf } from './cases.ts';

class Reached extends Error {
  readonly port: string;
  readonly given: readonly unknown[];
  constructor(port: string, given: readonly unknown[]) {
    super(`${port} was reached`);
    this.port = port;
    this.given = given;
  }
}

/** Whatever is called of it ends the press. */
const ending = (name: string): object =>
  new Proxy(
    {},
    {
      get:
        (_, method) =>
        (...given: unknown[]) => {
          throw new Reached(`${name}.${String(method)}`, given);
        },
    },
  );

export type Routed = {
  /** The first port's method that the press came to, and what it was given; none when it was answered before. */
  readonly port?: string;
  readonly given?: readonly unknown[];
  readonly said?: Reply;
  readonly logged: readonly (readonly unknown[])[];
};

export type RoutedPress = {
  readonly where?: PressPlace;
  readonly way?: Way;
  readonly roles?: Partial<Roles>;
};

export async function routed(
  verb: unknown,
  data: unknown,
  { where = 'chat', way = 'now', roles = {} }: RoutedPress = {},
): Promise<Routed> {
  const logged: (readonly unknown[])[] = [];
  const ports = [
    'feedback',
    'recording',
    'library',
    'searching',
    'setup',
    'setupStore',
    'monthReports',
    'teams',
  ];
  const actor = { ...personOf(ada), advisorIn: [], supervisor: false, ...roles };
  const staff = new Proxy(ending('staff'), {
    get: (target, method) =>
      method === 'actor'
        ? async () => actor
        : method === 'supervisors'
          ? async () => [{ name: 'Elina Esimies' }]
          : Reflect.get(target, method),
  });
  const botPorts = {
    ...Object.fromEntries(ports.map((name) => [name, ending(name)])),
    county,
    clock: { now: () => noon },
    log: (...line: unknown[]) => logged.push(line),
    linkTo: (path: string) => path,
    desk: { casework: ending('casework'), asking: ending('asking'), staff },
  } as unknown as BotPorts;
  const person = personOf(ada);
  const turn = {
    person,
    where,
    language: 'fi',
    texts: textsFor('fi'),
    asker: { ...person, language: 'fi' },
    conversation: { serviceUrl: 'https://smba', id: 'here' },
    ...(where === 'channel' && {
      channel: {
        teamId: 't',
        channelId: 'c',
        channelName: 'Alue',
        serviceUrl: 'https://smba',
        tenantId: 'x',
      },
      pressedCard: '1',
    }),
  } as Turn;
  try {
    return { said: await route(handlers, botPorts, turn, { way, verb, data }), logged };
  } catch (error) {
    if (!(error instanceof Reached)) throw error;
    return { port: error.port, given: error.given, logged };
  }
}

export const saidText = ({ said }: Routed): string => (said?.say === 'text' ? said.text : '');
