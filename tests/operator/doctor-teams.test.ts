/** Doctor on what Teams knows of the line: channels, the app in its teams, people. */
import assert from 'node:assert/strict';
import type { Binding, PersonRecord } from '../../bot/desk/staff/ports.ts';
import { personId, type RegionId } from '../../bot/domain/names.ts';
import { type Break, describeBreaks, other } from './doctor-breaks.ts';
import { type Scene, struck, type Wish, withBindings } from './doctor-scene.ts';

const teams: readonly Break[] = [
  {
    check: 'channels',
    what: 'a region has no channel',
    prepare: rebound('koillinen', (line) => line.unbind()),
    says: /has no channel: nobody sees its questions/,
    remedy: /kanavat/,
  },
  {
    check: 'channels',
    what: 'the supervisors have no channel',
    state: 'warning',
    prepare: rebound('supervisors', (line) => line.unbind()),
    says: /supervisors have no channel/,
    remedy: /kanavat/,
  },
  {
    check: 'channels',
    what: 'a channel was deleted',
    wish: withBindings((all) => all.map((one, n) => (n === 0 ? { ...one, broken: 'deleted' } : one))),
    says: /was deleted/,
    remedy: /another channel/,
  },
  {
    check: 'channels',
    what: 'the app was taken out of a team',
    wish: withBindings((all) => all.map((one) => ({ ...one, broken: 'bot-removed' }))),
    says: /the app was removed from/,
    remedy: /Add the app to the team again/,
  },
  {
    check: 'channels',
    what: 'two regions share a channel',
    state: 'warning',
    wish: withBindings(([one, ...rest]) => [
      one,
      ...rest.map((each, n) => (n === 0 ? { ...each, channelId: one.channelId } : each)),
    ]),
    says: /One channel .* serves several/,
    remedy: /channel of its own/,
  },
  {
    check: 'channels',
    what: 'a binding is another county’s',
    state: 'warning',
    wish: withBindings((all) => [
      ...all,
      { ...all[0], for: 'atlantis' as RegionId, channelId: all[0].teamId } as Binding,
    ]),
    says: /“atlantis”, which is no region/,
    remedy: /COUNTY_FILE/,
  },
  {
    check: 'channels',
    what: 'a binding leads elsewhere than to Teams',
    wish: withBindings(([one, ...rest]) => [{ ...one, serviceUrl: 'https://smba.example/' }, ...rest]),
    says: /which is not Teams/,
    remedy: /token goes nowhere else/,
  },
  {
    check: 'channels',
    what: 'a channel is in another tenant',
    wish: withBindings(([one, ...rest]) => [{ ...one, tenantId: other }, ...rest]),
    says: /another tenant than BOT_TENANT_ID/,
  },
  {
    check: 'teams-app',
    what: 'the app is not in the team',
    prepare: struck('channels', 403, 'BotNotInConversationRoster'),
    says: /has not been added to it/,
    remedy: /An owner adds the app/,
  },
  {
    check: 'teams-app',
    what: 'a policy forbids the app',
    prepare: struck('members', 403, 'Forbidden'),
    says: /forbids the bot to look \(Forbidden\)/,
    remedy: /Permission policies/,
  },
  {
    check: 'teams-app',
    what: 'Teams does not accept the bot’s token',
    prepare: struck('channels', 401, 'Unauthorized'),
    says: /does not accept the bot’s token/,
    remedy: /BOT_ID, BOT_TENANT_ID and BOT_TYPE/,
  },
  {
    check: 'teams-app',
    what: 'the team is gone',
    prepare: struck('channels', 404, 'ConversationNotFound'),
    says: /is not there any more/,
  },
  {
    check: 'teams-app',
    what: 'Teams is out of order',
    prepare: struck('channels', 503, 'ServiceUnavailable'),
    says: /does not answer \(503/,
    remedy: /service health/,
  },
  {
    check: 'teams-app',
    what: 'a channel is gone, and nobody noticed',
    wish: withBindings(([one, ...rest]) => [{ ...one, channelId: '19:gone@thread.tacv2' }, ...rest]),
    says: /the channel .* is not there any more/,
    remedy: /kanavat/,
  },
  {
    check: 'advisors',
    what: 'a region has no advisor',
    state: 'warning',
    wish: withStaff((all) => all.map((one) => ({ ...one, advisorIn: one.advisorIn.slice(0, 0) }))),
    says: /has no advisor/,
    remedy: /supervisor adds one/,
  },
  {
    check: 'advisors',
    what: 'the advisors have left the team',
    state: 'warning',
    wish: withStaff((all) => all.map((one) => ({ ...one, left: true }))),
    says: /has no advisor/,
  },
  {
    check: 'supervisor',
    what: 'the first supervisor has not met the bot',
    state: 'warning',
    wish: { env: { FIRST_SUPERVISOR: other } },
    says: /never met the bot/,
    remedy: /messaging endpoint/,
  },
];

/** What a supervisor does to one binding, and back again. */
function rebound(target: string, change: (deed: { unbind(): Promise<unknown> }) => Promise<unknown>) {
  return async ({ line }: Scene) => {
    const { staff } = line.service.desk;
    const by = { id: personId(line.town.supervisor.id), name: line.town.supervisor.name };
    const before = await staff.bindingOf(target as RegionId);
    await change({ unbind: () => staff.unbind(by, target as RegionId) });
    assert.ok(before);
    return () => staff.bind(by, before.for, before);
  };
}

function withStaff(change: (all: readonly PersonRecord[]) => readonly PersonRecord[]) {
  return async ({ line }: Scene): Promise<Wish> => {
    const all = await line.service.desk.staff.onTheLine();
    return { parts: { staff: async () => change(all) } };
  };
}

describeBreaks('Teams', teams);
