/** What taking the line into use asks of Teams: channels, members, test questions, and in words of ours why it failed. */
import { testCard } from '../../cards/setup/test-card.ts';
import type { Log } from '../../desk/ports.ts';
import type { SetupMessenger, Unreached } from '../../desk/setup/ports.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import type { County } from '../../domain/county.ts';
import { employeesOf } from '../client/members.ts';
import { cardPost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { mentionsOf } from './ring-bell.ts';

export type SetupMessengerPorts = {
  readonly county: County;
  readonly teams: TeamsClient;
  readonly staff: Pick<Staff, 'onTheLine'>;
  readonly log: Log;
};

export function createSetupMessenger({ county, teams, staff, log }: SetupMessengerPorts): SetupMessenger {
  const tried = <Done>(deed: Promise<Done>) => orUnreached(log, deed);
  return {
    channels: (team) => tried(teams.channels(team)),
    members: (team) => tried(employeesOf({ teams }, team)),

    async ask(binding, check) {
      if (binding.for === 'supervisors') return { unreached: 'refused' };
      const mentions = mentionsOf(await staff.onTheLine(binding.for));
      const card = testCard({ region: binding.for, check, mentions }, county);
      const posted = await tried(teams.startThread(binding, cardPost(card, card.fallbackText)));
      if ('unreached' in posted) return posted;
      return { conversation: posted.conversationId, activity: posted.activityId };
    },

    async show(binding, check, { conversation, activity }) {
      if (binding.for === 'supervisors') return { unreached: 'refused' };
      const card = testCard({ region: binding.for, check }, county);
      const at = { serviceUrl: binding.serviceUrl, id: conversation };
      return tried(teams.edit(at, activity, cardPost(card, card.fallbackText)).then(() => undefined));
    },

    async withdraw({ serviceUrl }, { conversation, activity }) {
      await tried(teams.remove({ serviceUrl, id: conversation }, activity));
    },
  };
}

async function orUnreached<Done>(log: Log, deed: Promise<Done>): Promise<Done | Unreached> {
  try {
    return await deed;
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    log('warn', 'the setup could not reach Teams', { kind: error.kind });
    return { unreached: whyOf(error) };
  }
}

function whyOf({ kind, code, message }: TeamsFailure): Unreached['unreached'] {
  switch (kind) {
    case 'ambiguous':
      return 'unsure';
    case 'throttled':
    case 'unreachable':
      return 'later';
    case 'gone':
      return 'channel-gone';
    case 'blocked':
      return code === 'BotNotInConversationRoster'
        ? 'app-missing'
        : /archiv/i.test(message)
          ? 'archived'
          : 'blocked';
    case 'too-big':
    case 'refused':
      return 'refused';
  }
}
