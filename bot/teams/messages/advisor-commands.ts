/** What advisors and supervisors ask for in words: their cases, a case by its id, people, channels, who handled what. */

import { caseFoundCard, myCasesCard } from '../../cards/advisor/advisor-lists.ts';
import { bindCard, bindingsCard, handledCard, peopleCard } from '../../cards/advisor/supervisor-cards.ts';
import type { TypedCommand } from '../../cards/wording/command-word.ts';
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
import { type BotPorts, showCard, type Turn, tell } from '../inbound/turn.ts';
import { offerRecording } from './recording-messages.ts';
import { openSetup } from './setup-messages.ts';

export async function advisorCommand(ports: BotPorts, turn: Turn, command: TypedCommand): Promise<void> {
  switch (command.command) {
    case 'case':
      return findCase(ports, turn, command.id);
    case 'my-cases': {
      const held = await ports.desk.casework.heldBy(turn.person);
      await showCard(ports, turn, myCasesCard(held, ports.county, turn.language, threadLink));
      return;
    }
    case 'record':
      return offerRecording(ports, turn);
    case 'setup':
      return openSetup(ports, turn);
    case 'people':
    case 'channels':
      return supervisorCommand(ports, turn, command.command);
    default:
      return;
  }
}

/** Those on the line see what the case is about, its asker their own live card; to others there is no such case. */
async function findCase(ports: BotPorts, turn: Turn, id: CaseId): Promise<void> {
  const { desk, county } = ports;
  const found = await desk.casework.find(id);
  if (found?.asker.id === turn.person.id && turn.where === 'chat') {
    await desk.asking.showAgain(turn.asker, id, turn.conversation.id);
    return;
  }
  if (!found || !worksOnTheLine(await desk.staff.actor(turn.person))) {
    return tell(ports, turn, explain({ refused: 'no-such-case' }, turn.texts, county));
  }
  await showCard(ports, turn, caseFoundCard(found, county, turn.language, threadLink(found)));
}

async function supervisorCommand(ports: BotPorts, turn: Turn, what: 'people' | 'channels'): Promise<void> {
  const { staff } = ports.desk;
  if (!(await staff.actor(turn.person)).supervisor)
    return tell(ports, turn, await onlySupervisors(ports, turn));
  const { county } = ports;
  if (what === 'people') {
    await showCard(ports, turn, peopleCard(await staff.onTheLine(), county, turn.language));
  } else if (turn.channel) {
    const bound = await staff.bindingsAt(turn.channel.channelId);
    const name = await channelName(ports, turn.channel);
    await showCard(ports, turn, bindCard(name, bound, county, turn.language));
  } else {
    const card = bindingsCard(await staff.bindings(), county, turn.language, await staff.unbound());
    await showCard(ports, turn, card);
  }
}

/** `käsittelijät 7KQ-4MXC`: the case whose handlers are asked for, in any of the languages. */
export function handlersOf(words: string): CaseId | undefined {
  const commands = languages.flatMap((language) => textsFor(language).talk.handlersCommand);
  const command = commands.find((one) => words.toLowerCase().startsWith(`${one} `));
  return command === undefined ? undefined : readCaseId(words.slice(command.length));
}

/** Who handled one case, for the client's request (703/2023 11 §). */
export async function showHandlers(ports: BotPorts, turn: Turn, id: CaseId): Promise<void> {
  const entries = await ports.desk.casework.handledBy(turn.person, id);
  if (!isRefusal(entries)) {
    await showCard(ports, turn, handledCard(id, entries, ports.county, turn.language));
    return;
  }
  if (entries.refused === 'no-role') return tell(ports, turn, await onlySupervisors(ports, turn));
  return tell(ports, turn, explain(entries, turn.texts, ports.county));
}
