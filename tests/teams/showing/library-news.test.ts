/** News of an instruction as it reaches channels and chats. */
import assert from 'node:assert/strict';
import { instructionNewsCard } from '../../../bot/cards/instruction-news-card.ts';
import type { Instruction } from '../../../bot/domain/instructions/instructions.ts';
import { instructionId } from '../../../bot/domain/names.ts';
import { TeamsFailure } from '../../../bot/teams/client/teams-failure.ts';
import { createLibraryNews } from '../../../bot/teams/showing/library-news.ts';
import { isTakenByTeams, wordsOn } from '../../support/card-checks.ts';
import { ada, bo, county, eve, keskinen, noon, personOf, pohjoinen } from '../../support/cases.ts';

const version = {
  n: 4,
  at: noon,
  by: personOf(eve),
  did: 'publish',
  note: 'Raja muuttui *kahteen* viikkoon',
  wordings: { fi: { title: 'Ateriapalvelu', text: 'x' }, sv: { title: 'Måltidsservice', text: 'x' } },
} as const;
const instruction: Instruction = {
  id: instructionId('meals'),
  subject: 'criteria',
  newest: version,
  published: version,
  owner: personOf(eve),
};
const news = { instruction, version };

function telling(fails?: unknown) {
  const sent: { readonly where: string; readonly post: unknown }[] = [];
  const keep = (where: string, post: unknown) => {
    if (fails) throw fails;
    sent.push({ where, post });
  };
  const warned: unknown[] = [];
  const { tell } = createLibraryNews({
    county,
    bindings: {
      find: async (target) =>
        (target === keskinen
          ? { channelId: 'one', serviceUrl: 's' }
          : { channelId: 'two', serviceUrl: 's', broken: 'archived' }) as never,
    },
    people: {
      find: async (id) =>
        id === ada.id
          ? { ...ada, language: 'sv', chat: { conversation: 'a:1', serviceUrl: 's' } }
          : undefined,
    },
    teams: {
      startThread: async ({ channelId }, post) => keep(channelId, post) as never,
      reply: async ({ id }, post) => keep(id, post) as never,
    },
    linkTo: (path) => `https://tab/${path}`,
    log: (_, event) => warned.push(event),
  });
  return { tell, sent, warned };
}

describe('news of an instruction', () => {
  for (const [language, title, subject] of [
    ['fi', 'Ateriapalvelu', 'Myöntämisperusteet'],
    ['sv', 'Måltidsservice', 'Beviljningsgrunder'],
    ['en', 'Ateriapalvelu', 'Granting criteria'],
  ] as const) {
    it(`is a card that Teams takes, in ${language}`, () => {
      const card = instructionNewsCard(news, { language, link: 'https://tab/x' });
      isTakenByTeams(card);
      const words = wordsOn(card);
      for (const word of [title, subject, 'Eve Eklund', 'viikkoon']) assert.ok(words.includes(word), word);
    });
  }

  it('goes to the region’s channel in its language, with a link to the very version', async () => {
    const { tell, sent } = telling();
    await tell({ to: 'channel', region: keskinen }, news);
    assert.equal(sent[0]?.where, 'one');
    assert.match(JSON.stringify(sent[0]?.post), /https:\/\/tab\/instructions\/meals\/4/);
    assert.match(JSON.stringify(sent[0]?.post), /Ohje julkaistu/);
  });

  it('goes to a person’s chat in their language', async () => {
    const { tell, sent } = telling();
    await tell({ to: 'person', person: ada.id }, news);
    assert.equal(sent[0]?.where, 'a:1');
    assert.match(JSON.stringify(sent[0]?.post), /Måltidsservice/);
  });

  it('is not told where nobody can be reached', async () => {
    const { tell, sent } = telling();
    await tell({ to: 'channel', region: pohjoinen }, news);
    await tell({ to: 'person', person: bo.id }, news);
    assert.deepEqual(sent, []);
  });

  it('is given up when Teams fails, and thrown when we do', async () => {
    const { tell, warned } = telling(new TeamsFailure({ kind: 'gone', status: 404 }));
    await tell({ to: 'channel', region: keskinen }, news);
    assert.deepEqual(warned, ['news of an instruction could not be sent']);
    const broken = telling(new TypeError('ours'));
    await assert.rejects(broken.tell({ to: 'channel', region: keskinen }, news), TypeError);
  });
});
