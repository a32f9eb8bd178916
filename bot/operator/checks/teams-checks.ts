/** Checks what Teams knows of the line: channels bound and there, and the app in their teams. */
import type { Binding } from '../../desk/staff/ports.ts';
import type { County } from '../../domain/county.ts';
import type { Settings } from '../../settings.ts';
import type { TeamsClient } from '../../teams/client/teams-client.ts';
import { TeamsFailure } from '../../teams/client/teams-failure.ts';
import { type Installation, serviceUrlsOf } from '../installation.ts';
import { type Check, type CheckResult, failure, ok, unlessFine, warning } from './check.ts';

export const channelsCheck: Check = {
  name: 'channels',
  needs: ['rows', 'county'],
  running: true,
  run: async ({ bindings, county, settings }) => {
    const [all, ours] = await Promise.all([bindings(), county()]);
    const found = [
      ...unboundRegions(all, ours),
      ...strayBindings(all, ours),
      ...doubledChannels(all, ours),
      ...all.flatMap((binding) => bindingFaults(binding, ours, settings())),
    ];
    return unlessFine(found, `Each of the ${ours.regions.length} regions has a channel.`);
  },
};

const bindHow = 'A supervisor mentions the bot in the channel meant for it, writes “kanavat”, and binds it.';
const rebindHow = 'A supervisor mentions the bot in another channel, writes “kanavat”, and binds it there.';

const targetName = (target: Binding['for'], { regions }: County) =>
  target === 'supervisors' ? 'The supervisors' : (regions.find(({ id }) => id === target)?.name.fi ?? target);

function unboundRegions(all: readonly Binding[], { regions }: County): readonly CheckResult[] {
  const bound = new Set(all.map((one) => one.for));
  const without = regions.filter(({ id }) => !bound.has(id));
  return [
    ...without.map(({ name }) => failure(`${name.fi} has no channel: nobody sees its questions.`, bindHow)),
    ...(bound.has('supervisors') ? [] : [warning('The supervisors have no channel.', bindHow)]),
  ];
}

/** Of regions that the county file no longer has. */
function strayBindings(all: readonly Binding[], { regions }: County): readonly CheckResult[] {
  const known = new Set<Binding['for']>(['supervisors', ...regions.map(({ id }) => id)]);
  return all
    .filter((one) => !known.has(one.for))
    .map((one) =>
      warning(
        `A channel is bound to “${one.for}”, which is no region of the county.`,
        'Check COUNTY_FILE: another county’s, or a region’s id that was changed?',
      ),
    );
}

function doubledChannels(all: readonly Binding[], county: County): readonly CheckResult[] {
  const channels = new Set(all.map(({ channelId }) => channelId));
  return [...channels].flatMap((channelId) => {
    const here = all.filter((one) => one.channelId === channelId);
    if (here.length < 2) return [];
    const names = here.map((one) => targetName(one.for, county)).join(', ');
    return [
      warning(
        `One channel (${here[0]?.channelName}) serves several: ${names}.`,
        'If that is not meant, a supervisor binds each to a channel of its own (write “kanavat” there).',
      ),
    ];
  });
}

const broken: Readonly<Record<NonNullable<Binding['broken']>, string>> = {
  deleted: 'was deleted',
  archived: 'is in an archived team',
  'bot-removed': 'is in a team that the app was removed from',
  unreachable: 'could not be posted to',
};

const mend: Readonly<Record<NonNullable<Binding['broken']>, string>> = {
  deleted: rebindHow,
  archived: 'Restore the team in the Teams admin center, or bind another channel (write “kanavat” there).',
  'bot-removed': 'Add the app to the team again: the team’s … menu, Manage team, Apps.',
  unreachable: 'See “teams-app”; the server tries again by itself.',
};

function isTeams({ serviceUrl }: Binding, settings: Settings): boolean {
  const origins = serviceUrlsOf(settings).map((url) => new URL(url).origin);
  return URL.canParse(serviceUrl) && origins.includes(new URL(serviceUrl).origin);
}

function bindingFaults(binding: Binding, county: County, settings: Settings): readonly CheckResult[] {
  const name = targetName(binding.for, county);
  const { broken: how, channelName, serviceUrl, tenantId } = binding;
  const isOurTenant = tenantId.toLowerCase() === settings.bot.tenantId.toLowerCase();
  const found = [
    how && failure(`${name}: the channel ${channelName} ${broken[how]}.`, mend[how]),
    isTeams(binding, settings)
      ? undefined
      : failure(
          `${name}: the channel was bound through ${serviceUrl}, which is not Teams.`,
          `The bot’s token goes nowhere else: was the backup of another installation? ${bindHow}`,
        ),
    isOurTenant
      ? undefined
      : failure(
          `${name}: the channel is in another tenant than BOT_TENANT_ID.`,
          `Correct BOT_TENANT_ID. Else: ${bindHow}`,
        ),
  ];
  return found.filter((one) => one !== undefined);
}

export const teamsAppCheck: Check = {
  name: 'teams-app',
  needs: ['rows', 'county', 'bot-token'],
  running: true,
  run: async (installation) => {
    const [bindings, county] = await Promise.all([installation.bindings(), installation.county()]);
    // nowhere else does the bot's token go; “channels” tells of the others
    const all = bindings.filter((one) => isTeams(one, installation.settings()));
    if (all.length === 0) return [ok('No channel is bound yet: there is no team to ask.')];
    const teams = [...new Set(all.map(({ teamId }) => teamId))];
    const inEach = teams.map((id) => all.filter(({ teamId }) => teamId === id));
    const found = await Promise.all(inEach.map((one) => teamFound(installation, county, one)));
    return unlessFine(
      found.flat(),
      'The app is in the team of every bound channel, and the channels are there.',
    );
  },
};

async function teamFound(
  { teams }: Installation,
  county: County,
  bindings: readonly Binding[],
): Promise<readonly CheckResult[]> {
  const [first] = bindings;
  if (!first) return [];
  const { serviceUrl, teamId } = first;
  const names = bindings.map((one) => targetName(one.for, county)).join(', ');
  return unlessRefused(`The team of ${names}`, async () => {
    const listed = (await teams().channels({ serviceUrl, teamId })).map(({ id }) => id);
    // whom it may mention and who has left: the line asks for them as well
    await teams().members({ serviceUrl, teamId });
    // a private or shared channel is not on a team's list, and answers by itself
    const unlisted = bindings.filter(({ channelId }) => !listed.includes(channelId));
    const found = await Promise.all(unlisted.map((one) => channelFound(teams(), one, county)));
    return found.flat();
  });
}

const channelFound = (teams: TeamsClient, { channelId, serviceUrl, ...binding }: Binding, county: County) =>
  unlessRefused(`${targetName(binding.for, county)}: the channel ${binding.channelName}`, async () => {
    await teams.members({ serviceUrl, teamId: channelId });
    return [];
  });

async function unlessRefused(
  whose: string,
  asked: () => Promise<readonly CheckResult[]>,
): Promise<readonly CheckResult[]> {
  try {
    return await asked();
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    return [refusalFound(whose, error)];
  }
}

/** What Teams' refusal says: the statuses and codes of its connector (learn.microsoft.com, "Error codes"). */
function refusalFound(whose: string, { status, code }: TeamsFailure): CheckResult {
  if (status === 401)
    return failure(
      `${whose}: Teams does not accept the bot’s token.`,
      'Set BOT_ID, BOT_TENANT_ID and BOT_TYPE as the Azure Bot’s Configuration shows them, and see that its Teams channel is on.',
    );
  if (status === 403 && code === 'BotNotInConversationRoster')
    return failure(
      `${whose}: the app has not been added to it.`,
      'An owner adds the app to the team (its … menu, Manage team, Apps, More apps), the very one of TEAMS_APP_ID.',
    );
  if (status === 403)
    return failure(
      `${whose}: Teams forbids the bot to look (${code ?? 'Forbidden'}).`,
      'Allow the app: Teams admin center, Manage apps (not blocked) and Permission policies of the team’s members.',
    );
  if (status === 404) return failure(`${whose} is not there any more.`, rebindHow);
  return failure(
    `${whose}: Teams does not answer (${[status, code].filter(Boolean).join(' ') || 'no connection'}).`,
    'Let the server reach smba.trafficmanager.net by https; look at Microsoft 365’s service health, and run doctor again.',
  );
}
