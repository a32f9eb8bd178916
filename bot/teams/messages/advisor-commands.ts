/** What advisors and supervisors ask for in words: their cases, a case by its id, people, channels, who handled what. */

import { caseFoundCard, myCasesCard } from '../../cards/advisor/advisor-lists.ts';
import { bindCard, bindingsCard, handledCard, peopleCard } from '../../cards/advisor/supervisor-cards.ts';
import type { Command } from '../../cards/wording/command-word.ts';
import { explain } from '../../cards/wording/refusals.ts';
import { readCaseId } from '../../domain/case/case-id.ts';
import { isRefusal } from '../../domain/case/command.ts';
import { threadLink } from '../../domain/case/thread-link.ts';
import { languages } from '../../domain/county.ts';
import type { CaseId } from '../../domain/names.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { channelName } from '../client/members.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type Room, showCard, tell, type Visit } from '../inbound/visit.ts';
import { offerRecording } from './recording-messages.ts';
import { openSetup } from './setup-messages.ts';

export async function advisorCommand(room: Room, visit: Visit, command: Command): Promise<void> {
  switch (command.command) {
    case 'case':
      return findCase(room, visit, command.id);
    case 'my-cases': {
      const held = await room.desk.casework.heldBy(visit.person);
      await showCard(room, visit, myCasesCard(held, room.county, visit.language, threadLink));
      return;
    }
    case 'record':
      return offerRecording(room, visit);
    case 'setup':
      return openSetup(room, visit);
    case 'people':
    case 'channels':
      return supervisorCommand(room, visit, command.command);
    default:
      return;
  }
}

/** Those on the line see what the case is about, its asker their own live card; to others there is no such case. */
async function findCase(room: Room, visit: Visit, id: CaseId): Promise<void> {
  const { desk, county } = room;
  const found = await desk.casework.find(id);
  if (found?.asker.id === visit.person.id && visit.where === 'chat') {
    await desk.asking.showAgain(visit.asker, id, visit.conversation.id);
    return;
  }
  if (!found || !worksOnTheLine(await desk.staff.actor(visit.person))) {
    return tell(room, visit, explain({ refused: 'no-such-case' }, visit.texts, county));
  }
  await showCard(room, visit, caseFoundCard(found, county, visit.language, threadLink(found)));
}

async function supervisorCommand(room: Room, visit: Visit, what: 'people' | 'channels'): Promise<void> {
  const { staff } = room.desk;
  if (!(await staff.actor(visit.person)).supervisor)
    return tell(room, visit, await onlySupervisors(room, visit));
  const { county } = room;
  if (what === 'people') {
    await showCard(room, visit, peopleCard(await staff.onTheLine(), county, visit.language));
  } else if (visit.channel) {
    const bound = await staff.bindingsAt(visit.channel.channelId);
    const name = await channelName(room, visit.channel);
    await showCard(room, visit, bindCard(name, bound, county, visit.language));
  } else {
    const card = bindingsCard(await staff.bindings(), county, visit.language, await staff.unbound());
    await showCard(room, visit, card);
  }
}

/** `käsittelijät 7KQ-4MXC`: the case whose handlers are asked for, in any of the languages. */
export function handlersOf(words: string): CaseId | undefined {
  const commands = languages.flatMap((language) => textsFor(language).talk.handlersCommand);
  const command = commands.find((one) => words.toLowerCase().startsWith(`${one} `));
  return command === undefined ? undefined : readCaseId(words.slice(command.length));
}

/** Who handled one case, for the client's request (703/2023 11 §). */
export async function showHandlers(room: Room, visit: Visit, id: CaseId): Promise<void> {
  const entries = await room.desk.casework.handledBy(visit.person, id);
  if (!isRefusal(entries)) {
    await showCard(room, visit, handledCard(id, entries, room.county, visit.language));
    return;
  }
  if (entries.refused === 'no-role') return tell(room, visit, await onlySupervisors(room, visit));
  return tell(room, visit, explain(entries, visit.texts, room.county));
}
