/** Tells supervisors and askers what they would not see by themselves; each at most once. */

import { noticeCard } from '../../cards/advisor/supervisor-cards.ts';
import { discardedCard } from '../../cards/asker/question-card.ts';
import type { Log } from '../../desk/ports.ts';
import { everybodyOnTheLine } from '../../desk/staff/on-the-line.ts';
import type { BindingStore, Notices, PeopleStore, SupervisorNotice } from '../../desk/staff/ports.ts';
import type { County } from '../../domain/county.ts';
import type { PersonId } from '../../domain/names.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { cardPost, ringingPost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';

export type NoticePorts = {
  readonly county: County;
  readonly bindings: Pick<BindingStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find' | 'onTheLine'>;
  readonly firstSupervisor: PersonId;
  readonly teams: TeamsClient;
  readonly log: Log;
};

export function createNotices(ports: NoticePorts): Notices {
  const { bindings, county, teams, log } = ports;
  return {
    async toSupervisors(notice) {
      const binding = await bindings.find('supervisors');
      if (!binding || binding.broken) return toEachSupervisor(ports, notice);
      const card = noticeCard(notice, county, county.channelLanguage);
      await atMostOnce(log, teams.startThread(binding, cardPost(card, card.fallbackText)));
    },

    async draftNotSent(draft) {
      const chat = (await ports.people.find(draft.asker.id))?.chat;
      if (!chat) return;
      const at = { serviceUrl: chat.serviceUrl, id: chat.conversation };
      const text = textsFor(draft.asker.language).talk.draftWaiting;
      // the card itself stays as it is: a redraw would empty the boxes that somebody has filled in half
      await atMostOnce(log, teams.reply(at, ringingPost({ text, summary: text })));
    },

    async draftForgotten({ asker, card: at }) {
      const chat = (await ports.people.find(asker.id))?.chat;
      if (!chat || !at) return;
      const card = discardedCard(asker.language, county);
      const place = { serviceUrl: chat.serviceUrl, id: at.conversation };
      await atMostOnce(log, teams.edit(place, at.activity, cardPost(card, card.fallbackText)));
    },
  };
}

/** What took the supervisors' own channel away must reach them all the same: in their chats. */
async function toEachSupervisor(ports: NoticePorts, notice: SupervisorNotice): Promise<void> {
  const { people, firstSupervisor, county, teams, log } = ports;
  const all = (await everybodyOnTheLine(people, firstSupervisor)).filter(({ supervisor }) => supervisor);
  const reached = all.flatMap(({ chat, language }) => (chat ? [{ chat, language }] : []));
  if (reached.length === 0) log('warn', 'no supervisor can be told', { kind: notice.about });
  for (const { chat, language } of reached) {
    const card = noticeCard(notice, county, language ?? county.channelLanguage);
    const at = { serviceUrl: chat.serviceUrl, id: chat.conversation };
    await atMostOnce(log, teams.reply(at, cardPost(card, card.fallbackText)));
  }
}

/** A notice that may have arrived is not sent again; the tab shows the same facts. */
async function atMostOnce(log: Log, sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    log('warn', 'a notice could not be sent', { kind: error.kind });
  }
}
