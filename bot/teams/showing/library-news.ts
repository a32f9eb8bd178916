/** Tells news of the instructions in a region's channel or in a person's chat; what may have arrived is not sent again. */
import { instructionNewsCard } from '../../cards/instruction-news-card.ts';
import type { LibraryNews } from '../../desk/library/ports.ts';
import type { Log } from '../../desk/ports.ts';
import type { BindingStore, PeopleStore } from '../../desk/staff/ports.ts';
import type { County, Language } from '../../domain/county.ts';
import { instructionPath } from '../../domain/instructions/citing.ts';
import { cardPost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';

export type LibraryNewsPorts = {
  readonly county: County;
  readonly bindings: Pick<BindingStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly teams: Pick<TeamsClient, 'startThread' | 'reply'>;
  /** A link that opens the tab at that path. */
  readonly linkTo: (path: string) => string;
  readonly log: Log;
};

export function createLibraryNews(ports: LibraryNewsPorts): LibraryNews {
  const { county, bindings, people, teams, linkTo, log } = ports;
  return {
    async tell(target, news) {
      const path = instructionPath({ id: news.instruction.id, version: news.version.n });
      const postIn = (language: Language) => {
        const card = instructionNewsCard(news, { language, link: linkTo(path) });
        return cardPost(card, card.fallbackText);
      };
      if (target.to === 'channel') {
        const binding = await bindings.find(target.region);
        if (!binding || binding.broken) return;
        return atMostOnce(log, teams.startThread(binding, postIn(county.channelLanguage)));
      }
      const found = await people.find(target.person);
      if (!found?.chat) return;
      const at = { serviceUrl: found.chat.serviceUrl, id: found.chat.conversation };
      return atMostOnce(log, teams.reply(at, postIn(found.language ?? county.channelLanguage)));
    },
  };
}

async function atMostOnce(log: Log, sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    log('warn', 'news of an instruction could not be sent', { kind: error.kind });
  }
}
