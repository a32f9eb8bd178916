/** A question asked through Teams, and all that stories look at in it: both cards, the thread, what is kept. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Case } from '../../bot/domain/case/case.ts';
import { type CaseId, caseId, type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import type { TestLine } from './line.ts';
import { wordsIn } from './words.ts';

export type AskedCase = {
  readonly id: CaseId;
  readonly words: string;
  readonly asker: PersonDriver;
  kept(): Promise<Case>;
  /** The advisors' card as it stands. */
  card(): SeenMessage;
  askersCard(): SeenMessage;
  message(id: string): SeenMessage;
  shows(words: RegExp): Promise<unknown>;
  askerSees(words: RegExp): Promise<unknown>;
  /** The line says it in the case's thread. */
  says(words: RegExp): Promise<unknown>;
  saidInThread(): Promise<string[]>;
  /** The newest reply of the thread with that button, as that person sees it. */
  replyWith(verb: string, person?: string): Promise<SeenMessage>;
  /** How often replies in the thread mentioned that person. */
  rings(person: PersonDriver): number;
};

let asked = 0;

/** A new asker asks; fulfilled when the region's advisors see it. */
export async function ask(
  town: TestLine,
  words = `Saako Iisalmessa asuva asiakas ateriat, kysymys ${'abcdefghijklmnop'[asked % 16]}${asked}?`,
  inputs: Inputs = {},
  region: RegionId = regionId('pohjoinen'),
): Promise<AskedCase> {
  asked += 1;
  // a number in a name would be taken out of what is said, as the name is
  const nth = String(asked).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const asker = town.teams.addPerson({ id: randomUUID(), name: `Asker N${nth}`, locale: 'fi-FI' });
  await asker.say(words);
  const draft = asker.lastCard();
  const id = caseId(/"draftId":"(\w+)"/.exec(JSON.stringify(draft.card))?.[1] ?? '');
  const usual = { topic: 'guidance', priority75: 'yes', urgency: 'today', care: 'none' };
  const outcome = await asker.press(draft, 'ask', { ...usual, ...inputs });
  assert.equal(outcome.saw, 'card', JSON.stringify(outcome));
  const threads = () => town.teams.channel(town.town.channelOf(region)).threads();
  const thread = () => threads().find(({ root }) => JSON.stringify(root.card).includes(`"caseId":"${id}"`));
  const root = (await town.teams.until(thread, 'the thread')).root.id;
  const now = () => threads().find((one) => one.id === root) ?? assert.fail('The thread is gone');
  const sees = (card: () => SeenMessage, look: RegExp) =>
    town.teams.until(() => look.test(wordsIn(card().card)), `${look} on the card`);
  return {
    id,
    words: words.replace(/[?]/g, ''),
    asker,
    async kept() {
      return (await town.service.desk.casework.find(id)) ?? assert.fail('The case is not kept');
    },
    card: () => now().root,
    askersCard: () => asker.lastCard(),
    message: (one) =>
      threads()
        .flatMap(({ messages }) => messages)
        .find((each) => each.id === one) ?? assert.fail(),
    shows: (look) => sees(() => now().root, look),
    askerSees: (look) => sees(() => asker.lastCard(), look),
    says: (look) =>
      town.teams.until(() => now().replies.some(({ text }) => look.test(text)), `${look} in the thread`),
    saidInThread: async () => now().replies.map(({ text }) => text),
    replyWith: (verb, person) =>
      town.teams.until(
        () =>
          (person ? town.teams.as(person).threads(town.town.channelOf(region)) : threads())
            .find((one) => one.id === root)
            ?.replies.findLast(({ card }) => JSON.stringify(card ?? '').includes(`"${verb}"`)),
        `a reply to ${verb}`,
      ),
    rings: ({ id: person }) => now().replies.filter(({ mentions }) => mentions.includes(person)).length,
  };
}
