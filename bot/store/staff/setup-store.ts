/** Keeps how the line is taken into use: teams with the app, test questions beside their bindings, cards that show it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Board, KnownTeam, SetupStore } from '../../desk/setup/ports.ts';
import type { Moment, PersonId } from '../../domain/names.ts';
import { regionId } from '../../domain/names.ts';
import type { ChannelCheck } from '../../domain/setup/check.ts';
import { placeOf } from '../cases/case-row.ts';
import { person } from '../cases/case-shape.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { hasStatus } from '../tables/failures.ts';
import { digest } from '../tables/keys.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row, Table } from '../tables/table.ts';
import { boundTo, checkColumn, nowRow, partitionOf } from './binding-store.ts';

const { object, string, exactOptional: maybe } = z;

const failure = z.enum(['channel-gone', 'app-missing', 'archived', 'blocked', 'later', 'refused']);
const checkShape = exactly<ChannelCheck>()(
  object({
    id: string(),
    sentBy: person,
    sentAt: name<Moment>(),
    at: maybe(object({ conversation: string(), activity: string() })),
    failed: maybe(failure),
    received: maybe(object({ by: person, at: name<Moment>() })),
    edited: maybe(z.enum(['done', ...failure.options])),
  }),
);
const teamShape = exactly<KnownTeam>()(
  object({ teamId: string(), serviceUrl: string(), tenantId: string(), name: string() }),
);
const boardShape = object({
  of: z.union([object({ person: name<PersonId>() }), object({ channel: string() })]),
  serviceUrl: string(),
  conversation: string(),
  activity: string(),
  language: z.enum(['fi', 'sv', 'en']),
});

const partitionKey = 'setup';
const teamKey = (teamId: string) => `team|${digest(teamId)}`;
const boardKey = ({ of }: Pick<Board, 'of'>) => `board|${digest('person' in of ? of.person : of.channel)}`;

export function createSetupStore(bindings: Table): SetupStore {
  return { ...teamsIn(bindings), ...checksIn(bindings), ...boardsIn(bindings) };
}

function teamsIn(bindings: Table): Pick<SetupStore, 'teams' | 'meetTeam' | 'forgetTeam'> {
  return {
    async teams() {
      const rows = await bindings.list(partitionKey, { from: 'team|' });
      return rows.map((row) =>
        readAs<KnownTeam>(teamShape, placeOf(row), readJson(placeOf(row), row['team'])),
      );
    },
    meetTeam: (team) =>
      created(bindings, { partitionKey, rowKey: teamKey(team.teamId), team: JSON.stringify(team) }),
    async forgetTeam(teamId) {
      await bindings.remove({ partitionKey, rowKey: teamKey(teamId) });
    },
  };
}

/** False when it is there already. */
function created(bindings: Table, row: NewRow): Promise<boolean> {
  const write = randomUUID();
  return untilKept(`The row ${row.rowKey}`, async () => {
    try {
      await bindings.create({ ...row, write });
      return true;
    } catch (error) {
      // 409: it is there already, perhaps by this very write, whose answer was lost
      if (!hasStatus(error, 409)) throw error;
      return (await bindings.read(row.partitionKey, row.rowKey))?.['write'] === write;
    }
  });
}

function checksIn(bindings: Table): Pick<SetupStore, 'checks' | 'changeCheck'> {
  return {
    async checks() {
      const rows = await bindings.all(nowRow);
      return new Map(
        rows.flatMap((row) => {
          const [target, check] = [boundTo(row)?.for, readCheck(row)];
          return target && target !== 'supervisors' && check ? [[regionId(target), check]] : [];
        }),
      );
    },

    changeCheck: (region, channelId, decision) =>
      untilKept(`The test question of ${region}`, async () => {
        const row = await bindings.read(partitionOf(region), nowRow);
        if (!row || boundTo(row)?.channelId !== channelId) return undefined;
        const current = readCheck(row);
        const next = decision(current);
        if (!next || next === current) return next;
        const { partitionKey: partition, rowKey } = row;
        const written = { partitionKey: partition, rowKey, [checkColumn]: JSON.stringify(next) };
        await bindings.update(written, row.etag, 'Merge');
        return next;
      }),
  };
}

function readCheck(row: Row): ChannelCheck | undefined {
  const check = row[checkColumn];
  if (typeof check !== 'string' || check === '') return undefined;
  return readAs<ChannelCheck>(checkShape, placeOf(row), readJson(placeOf(row), check));
}

function boardsIn(bindings: Table): Pick<SetupStore, 'boards' | 'keepBoard' | 'forgetBoard'> {
  return {
    async boards() {
      return (await bindings.list(partitionKey, { from: 'board|' })).map(readBoard);
    },
    async keepBoard(board) {
      const rowKey = boardKey(board);
      const former = await bindings.read(partitionKey, rowKey);
      await bindings.put({ partitionKey, rowKey, board: JSON.stringify(board) });
      return former && readBoard(former);
    },
    async forgetBoard(board) {
      const row = await bindings.read(partitionKey, boardKey(board));
      // another may stand there by now
      if (row && readBoard(row).activity === board.activity) await bindings.remove(row, row.etag);
    },
  };
}

const readBoard = (row: Row): Board =>
  readAs<Board>(boardShape, placeOf(row), readJson(placeOf(row), row['board']));
