/** The search beside the writing box: over signed HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import { regionId } from '../../../bot/domain/names.ts';
import type { ActOutcome, FoundResult } from '../../../bot/local/people/acting.ts';
import type { PersonDriver } from '../../../bot/local/people/driver.ts';
import type { ExtensionQuery } from '../../../bot/local/people/extension.ts';
import { openScene, type Scene } from '../../support/scene.ts';
import { wordsIn } from '../../support/words.ts';

const pohjoinen = regionId('pohjoinen');
type Json = Record<string, unknown>;

const found = (outcome: ActOutcome): readonly FoundResult[] => {
  assert.equal(outcome.saw, 'results', JSON.stringify(outcome));
  return outcome.saw === 'results' ? outcome.results : [];
};
const told = (outcome: ActOutcome) => {
  assert.equal(outcome.saw, 'text', JSON.stringify(outcome));
  return outcome.saw === 'text' ? outcome.text : '';
};

describe('the search of cases', () => {
  let scene: Scene;
  let advisor: PersonDriver;
  const ids: Record<string, string> = {};
  const search = (query?: string, more: Partial<ExtensionQuery> = {}, by = advisor) =>
    by.search({ commandId: 'searchCases', ...(query && { query }), ...more });
  const titles = async (query?: string, more?: Partial<ExtensionQuery>) =>
    found(await search(query, more)).map(({ title }) => title);

  const keep = async (name: string) => {
    const all = await Promise.all(
      [scene.niina, scene.sofia].map((one) => scene.town.service.desk.casework.askedBy(one.person as never)),
    );
    const newest = all.flat().find(({ id }) => !Object.values(ids).includes(id));
    ids[name] = newest?.id ?? '';
  };

  before(async () => {
    scene = await openScene();
    advisor = scene.advisor(pohjoinen);
    const { niina } = scene;
    await scene.ask(niina, 'Iisalmessa asuva rouva tarvitsee ateriat, salaisuus');
    await keep('iisalmi');
    await scene.regionSays(pohjoinen, /rouva/);
    await scene.askAgain(niina, 'Kaavilla asuva tarvitsee arvion', {
      topic: 'assessment',
      category: 'home-care',
      place: 'kaavi',
    });
    await keep('kaavi');
    await advisor.press(scene.town.advisorsCard(pohjoinen), 'claim');
    await scene.regionSays(pohjoinen, /Maija|käsittelyssä|hoitaa/i);
  });
  after(() => scene.town.stop());

  it('opens with all that is open, the advisor’s own region first', async () => {
    const all = await titles();
    assert.equal(all.length, 2);
    assert.match(all[0] ?? '', /Iisalmi/);
  });

  const sought: [what: string, query: string, place: RegExp][] = [
    ['a place, inflected', 'Iisalmessa', /Iisalmi/],
    ['a place half typed', 'kaa', /Kaavi/],
    ['a topic', 'ohjaus', /Iisalmi/],
    ['a state', 'odottaa', /Kaavi/],
    ['a state in another language', 'in progress', /Iisalmi/],
    ['several of these at once', 'arviointi kaavi', /Kaavi/],
  ];
  for (const [what, query, place] of sought)
    it(`finds by ${what}`, async () => {
      const all = await titles(query);
      assert.equal(all.length, 1, all.join());
      assert.match(all[0] ?? '', place);
    });

  it('finds by an id, whole or begun', async () => {
    const id = ids['kaavi'] ?? '';
    for (const query of [spokenCaseId(id as never), id.toLowerCase(), id.slice(0, 5)])
      assert.equal((await titles(query)).length, 1, query);
  });

  it('never finds by the question’s words or by who asked', async () => {
    for (const query of ['salaisuus', 'ateriat', 'rouva', 'Niina'])
      assert.match(told(await search(query)), /Avointa kysymystä ei löytynyt/);
  });

  it('shows id, place, topic, state and holder, and nothing of the client or the asker', async () => {
    const [one] = found(await search('Iisalmi'));
    assert.ok(one);
    const words = `${one.title} ${one.text} ${wordsIn(one.card)} ${JSON.stringify(one.card)}`;
    assert.match(words, new RegExp(spokenCaseId((ids['iisalmi'] ?? '') as never)));
    assert.match(words, /Iisalmi · /);
    assert.match(words, /Käsittelyssä/);
    assert.ok(words.includes(advisor.person.name));
    assert.doesNotMatch(words, /salaisuus|rouva|ateriat|Niina/);
  });

  it('puts a card into the chat that leads to the thread and has no other button', async () => {
    const [one] = found(await search('Iisalmi'));
    assert.ok(one);
    const channel = scene.town.town.channelOf('supervisors');
    const message = await advisor.insert(one, channel);
    assert.equal(message.from, advisor.id);
    const actions = (message.card?.['actions'] ?? []) as Json[];
    assert.deepEqual(
      actions.map(({ type }) => type),
      ['Action.OpenUrl'],
    );
    assert.match(String(actions[0]?.['url']), /^https:\/\/teams\.microsoft\.com\/l\/message\//);
  });

  it('gives as many as were asked for, and goes on where the list ended', async () => {
    const [first] = await titles(undefined, { count: 1 });
    const [second] = await titles(undefined, { count: 1, skip: 1 });
    assert.notEqual(first, second);
    assert.deepEqual(await titles(undefined, { skip: 2 }), []);
    assert.equal(scene.town.teams.ignored.length, 0);
  });

  it('finds a closed case by its whole id only', async () => {
    await scene.askAgain(scene.niina, 'Kiuruvedellä asuva tarvitsee ateriat', { place: 'kiuruvesi' });
    await keep('kiuruvesi');
    const id = ids['kiuruvesi'] ?? '';
    const answered = { do: 'answer', text: 'Saa.' } as const;
    const { casework } = scene.town.service.desk;
    await casework.carryOut(advisor.person as never, id as never, { do: 'claim' }, { once: 'c' });
    const kept = await casework.find(id as never);
    assert.ok(kept);
    await casework.carryOut(advisor.person as never, kept.id, answered, { once: 'a', seen: kept.version });
    await casework.carryOut(advisor.person as never, kept.id, { do: 'close' }, { once: 'b' });
    assert.equal((await casework.find(kept.id))?.status, 'closed');
    assert.match(told(await search('Kiuruvesi')), /ei löytynyt/);
    assert.match((await titles(id))[0] ?? '', /Kiuruvesi/);
  });

  it('is for those on the line by their stored roles; others are told so, in their language', async () => {
    const { sofia, niina, supervisor } = scene;
    for (const [person, words] of [
      [niina, /vain asiakasohjaajat ja esihenkilöt/],
      [sofia, /Bara klienthandledare och chefer/],
    ] as const)
      assert.match(told(await search('Kaavi', {}, person)), words);
    assert.equal(found(await search('Kaavi', {}, supervisor)).length, 1);
  });

  it('names the place as the county does in the language of the searcher', async () => {
    advisor.speak('en-GB');
    const [one] = found(await search('Kaavi'));
    assert.match(one?.text ?? '', /Waiting to be taken/);
    advisor.speak('fi-FI');
  });

  it('says so when nothing is known of the search itself', async () => {
    assert.match(told(await advisor.search({ commandId: 'searchSomething' })), /en enää tunne/);
  });
});

describe('the search of instructions', () => {
  let scene: Scene;
  const search = (query?: string, by: PersonDriver = scene.niina, more: Partial<ExtensionQuery> = {}) =>
    by.search({ commandId: 'searchInstructions', ...(query && { query }), ...more });

  before(async () => {
    scene = await openScene();
  });
  after(() => scene.town.stop());

  it('has every published page, the county’s own finders among them, for any employee', async () => {
    const all = found(await search());
    assert.ok(all.some(({ title }) => title === 'Palveluhaut'));
  });

  it('leads to the page in the tab', async () => {
    const [one] = found(await search('palveluhaut'));
    const [action] = (one?.card['actions'] ?? []) as Json[];
    assert.match(
      decodeURIComponent(String(action?.['url'])),
      /"subEntityId":"instructions\/service-finders"/,
    );
  });

  it('says when nothing is found', async () => {
    assert.match(told(await search('zzzqqq')), /Ohjetta ei löytynyt/);
  });

  it('turns guests away like everything else', async () => {
    const { guest } = scene;
    await scene.town.teams.team(scene.town.town.team.id).addMember(guest.id);
    const channel = scene.town.town.channelOf(pohjoinen);
    const outcome = await guest.search({ commandId: 'searchInstructions' }, channel);
    assert.match(told(outcome), /only.*own employees/i);
  });
});
