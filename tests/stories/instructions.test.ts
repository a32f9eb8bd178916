/** An instruction on its way to people: published in the tab, told in the channels, and those who have not read it reminded. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { openScene, type Scene } from '../support/scene.ts';

const keskinen = regionId('keskinen');

describe('An instruction', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
  });
  afterEach(() => scene.town.stop());

  /** What that person's tab asks of the server. */
  async function asks(by: PersonDriver, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
    const answer = await fetch(`${scene.town.url}/api/tab/library/pages/${path}`, {
      method,
      headers: { authorization: `Bearer ${await by.tabToken()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as { people?: number } };
  }
  const wordings = { fi: { title: 'Ateriapalvelu', text: 'Enintään kahdeksi viikoksi.' } };
  async function published(tell: 'channels' | 'nobody'): Promise<void> {
    const { supervisor } = scene;
    await asks(supervisor, 'PUT', 'meals', { subject: 'criteria', wordings });
    const publish = { do: 'publish', seen: 1, note: 'Raja on nyt kaksi viikkoa.', tell };
    assert.equal((await asks(supervisor, 'POST', 'meals/changes', publish)).status, 200);
  }
  const newsIn = (messages: readonly { readonly card?: unknown }[]) =>
    messages.map(({ card }) => JSON.stringify(card ?? {})).filter((card) => card.includes('Ateriapalvelu'));

  it('is told in every region’s channel once, with what changed and a link to the very version', async () => {
    await published('channels');
    const { regions } = scene.town.county;
    const newsOf = (id: RegionId) => newsIn(scene.town.threads(id).flatMap(({ messages }) => messages));
    await scene.town.teams.until(() => regions.every(({ id }) => newsOf(id).length > 0), 'news in each');
    await scene.town.round();
    for (const { id } of regions) {
      const news = newsOf(id);
      assert.equal(news.length, 1, id);
      assert.ok(news[0]?.includes('Raja on nyt kaksi viikkoa.'));
      assert.ok(news[0]?.includes(encodeURIComponent('"instructions/meals/2"')), news[0]);
    }
  });

  it('is told to those on the line who have not read it, when they are reminded: once a day', async () => {
    await published('nobody');
    const [reader, other] = scene.town.town.advisors
      .filter(({ region }) => region === keskinen)
      .map(({ id }) => scene.town.teams.as(id));
    assert.ok(reader && other);
    for (const one of [reader, other]) await one.say('ohje');
    await asks(reader, 'POST', 'meals/receipts', { version: 2 });
    const { body } = await asks(scene.supervisor, 'POST', 'meals/reminders', {});
    const onTheLine = scene.town.town.advisors.length + 1;
    assert.equal(body.people, onTheLine - 1);
    await scene.town.teams.until(() => newsIn(other.chat()).length > 0, 'the reminder');
    await scene.town.round();
    assert.equal(newsIn(other.chat()).length, 1);
    assert.equal(newsIn(reader.chat()).length, 0);
    assert.equal((await asks(scene.supervisor, 'POST', 'meals/reminders', {})).status, 409);
  });
});
