/** The people of a story, at hand by what they do, and what they see, in words. */
import assert from 'node:assert/strict';
import type { RegionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { type LineWish, openTestLine, type TestLine } from './line.ts';
import { wordsIn } from './words.ts';

export type Scene = {
  readonly town: TestLine;
  /** Askers: their Teams speaks Finnish, Swedish and English. */
  readonly niina: PersonDriver;
  readonly sofia: PersonDriver;
  readonly emily: PersonDriver;
  readonly supervisor: PersonDriver;
  readonly guest: PersonDriver;
  advisor(region: RegionId, seat?: number): PersonDriver;
  /** Waits until the words are there. */
  sees(look: () => string, words: RegExp): Promise<string>;
  /** Waits until the newest live card of a person's chat says so. */
  chatSays(person: PersonDriver, words: RegExp): Promise<SeenMessage>;
  /** Waits until the newest thread's card of a region says so. */
  regionSays(region: RegionId, words: RegExp): Promise<SeenMessage>;
  /** Writes a question of its own and sends its card; gives the live card. */
  ask(person: PersonDriver, words: string, inputs?: Inputs): Promise<SeenMessage>;
  /** Opens a new question card by its command and sends it, whatever else is open. */
  askAgain(person: PersonDriver, question: string, inputs?: Inputs): Promise<SeenMessage>;
};

/** What a question card needs beyond the words, unless they tell. */
const usual: Inputs = { topic: 'guidance', priority75: 'no', urgency: 'today', care: 'none' };

export async function openScene(wish: LineWish = {}): Promise<Scene> {
  const town = await openTestLine(wish);
  const as = (at: number) => town.teams.as(town.town.askers[at]?.id ?? '');
  const sees = async (look: () => string, words: RegExp) => {
    try {
      return await town.teams.until(() => (words.test(look()) ? look() || ' ' : undefined), String(words));
    } catch (error) {
      throw new Error(`${words} was not seen in:\n${look()}`, { cause: error });
    }
  };
  const send = async (person: PersonDriver, inputs: Inputs) => {
    const outcome = await person.press(person.lastCard(), 'ask', inputs);
    assert.equal(outcome.saw, 'card', JSON.stringify(outcome));
    return person.lastCard();
  };
  return {
    town,
    niina: as(0),
    sofia: as(1),
    emily: as(2),
    supervisor: town.teams.as(town.town.supervisor.id),
    guest: town.teams.as(town.town.guest.id),
    advisor(region, seat = 0) {
      const seats = town.town.advisors.filter((one) => one.region === region);
      return town.teams.as(seats[seat]?.id ?? '');
    },
    sees,
    async chatSays(person, words) {
      await sees(() => cardWords(person), words);
      return person.lastCard();
    },
    async regionSays(region, words) {
      const newest = () => town.threads(region).at(-1)?.root;
      await sees(() => wordsIn(newest()?.card), words);
      return town.advisorsCard(region);
    },
    async ask(person, words, inputs = {}) {
      await person.say(words);
      return send(person, { ...usual, ...inputs });
    },
    async askAgain(person, question, inputs = {}) {
      await person.say('uusi kysymys');
      return send(person, { ...usual, question, ...inputs });
    },
  };
}

/** All that stands on the newest card of the person's chat. */
export const cardWords = (person: PersonDriver): string => wordsIn(person.lastCard().card);

/** The bot's plain messages in the person's chat, oldest first. */
export const linesTo = (person: PersonDriver): string[] =>
  person.chat().flatMap(({ from, text }) => (from === 'bot' && text ? [text] : []));

/** How many cards of that draft or case stand in the chat in full. */
export const cardsWith = (person: PersonDriver, words: RegExp): SeenMessage[] =>
  person.chat().filter(({ card, deleted }) => card && !deleted && words.test(wordsIn(card)));
