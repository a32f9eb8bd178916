/** Keeps which channel each region's questions are posted to, and which it was before. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Binding, BindingStore } from '../../desk/staff/ports.ts';
import type { Person } from '../../domain/case/case.ts';
import type { Moment } from '../../domain/names.ts';
import type { BindingTarget } from '../../domain/setup/channel-wish.ts';
import { placeOf } from '../cases/case-row.ts';
import { person } from '../cases/case-shape.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { keyPart } from '../tables/keys.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row, Table, Write } from '../tables/table.ts';

const { object, string, exactOptional: maybe } = z;

const bindingShape = exactly<Binding>()(
  object({
    for: name<Binding['for']>(),
    teamId: string(),
    channelId: string(),
    channelName: string(),
    serviceUrl: string(),
    tenantId: string(),
    boundBy: person,
    boundAt: name<Moment>(),
    broken: maybe(z.enum(['deleted', 'archived', 'bot-removed', 'unreachable'])),
  }),
);

// one row says what is so now, also when that is nothing: an update can be guarded, a delete can't
export const nowRow = 'now';
/** Beside a binding: the region's test question, which goes with its channel. */
export const checkColumn = 'check';
const wasPrefix = 'was|';
// no region's name can be taken for the supervisors'
export const partitionOf = (target: BindingTarget) =>
  target === 'supervisors' ? target : `region|${keyPart(target)}`;

export function createBindingStore(bindings: Table): BindingStore {
  return {
    async find(target) {
      const row = await bindings.read(partitionOf(target), nowRow);
      return row && boundTo(row);
    },

    async all() {
      return (await bindings.all(nowRow)).map(boundTo).filter((one) => one !== undefined);
    },

    bind: async (binding) => void (await replace(bindings, binding.for, () => binding)),
    unbind: async (target, by, at) => void (await replace(bindings, target, () => undefined, { by, at })),
    change: (target, decision) => replace(bindings, target, (former) => former && decision(former)),

    async history(target) {
      const rows = await bindings.list(partitionOf(target), { from: wasPrefix });
      return rows.map(boundTo).filter((one) => one !== undefined);
    },
  };
}

type Unbinding = { readonly by: Person; readonly at: Moment };

function replace(
  bindings: Table,
  target: BindingTarget,
  decision: (former: Binding | undefined) => Binding | undefined,
  ending?: Unbinding,
): Promise<Binding | undefined> {
  const write = randomUUID();
  const partitionKey = partitionOf(target);
  return untilKept(`The binding of ${target}`, async () => {
    const row = await bindings.read(partitionKey, nowRow);
    const former = row && boundTo(row);
    if (row?.['write'] === write) return former;
    const next = decision(former);
    if (next === former) return undefined;
    const check = row?.[checkColumn];
    const now: NewRow = {
      partitionKey,
      rowKey: nowRow,
      write,
      ...(check !== undefined && former && isSameChannel(former, next) && { [checkColumn]: check }),
      ...(next && { binding: JSON.stringify(next) }),
    };
    const ended = ending ?? (next && { by: next.boundBy, at: next.boundAt });
    await bindings.transact([
      row ? { write: 'update', row: now, etag: row.etag } : { write: 'create', row: now },
      ...(former && ended && !isSameChannel(former, next) ? [formerRow(former, ended, write)] : []),
    ]);
    return next;
  });
}

/** A channel that broke, or was renamed, is bound as before. */
const isSameChannel = (one: Binding, other: Binding | undefined) =>
  one.channelId === other?.channelId && one.teamId === other.teamId;

const formerRow = (former: Binding, { by, at }: Unbinding, write: string): Write => ({
  write: 'create',
  row: {
    partitionKey: partitionOf(former.for),
    rowKey: `${wasPrefix}${keyPart(at)}|${write}`,
    endedBy: JSON.stringify(by),
    endedAt: at,
    binding: JSON.stringify(former),
  },
});

export function boundTo(row: Row): Binding | undefined {
  const { binding } = row as { binding?: unknown };
  if (binding === undefined) return undefined;
  return readAs<Binding>(bindingShape, placeOf(row), readJson(placeOf(row), binding));
}
