/** A concern report that moves to another region, with a misfortune at each of its calls. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'mocha';
import { type CaseId, caseId, type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenThread } from '../../bot/local/people/seeing.ts';
import { answered, can, isWrite, type StruckTown, strikesOf } from '../support/struck-town.ts';
import { wordsIn } from '../support/words.ts';

const [north, middle] = [regionId('pohjoinen'), regionId('keskinen')];
const report = {
  danger: 'no',
  basis: 'no-consent',
  whyNoConsent: 'Ei ymmärrä tilannettaan',
  clientName: 'Testi Tapani Testinen',
  henkilotunnus: '010145-9003',
  address: 'Koivukuja 5 B 12',
  clientPhone: '044 765 4321',
  grounds: 'does-not-cope,own-safety',
  observed: 'Jääkaappi tyhjä, lääkkeet ottamatta',
  since: 'elokuusta',
  presentHelp: 'Naapuri käy',
  clientKnows: 'no',
  place: 'iisalmi',
} as const;
const secrets = ['Testinen', '010145', 'Koivukuja', '765 4321', 'Jääkaappi', 'Naapuri käy', 'Ei ymmärrä'];
const reference = 'ILM-2026-17';

describe('A concern report that moves to another region, struck at each of its calls', () => {
  let struck: StruckTown;
  let stories = 0;

  function moveTo(town: StruckTown): void {
    struck = town;
    stories = 0;
  }

  const advisorIn = (region: RegionId): PersonDriver => {
    const { town, teams } = struck.town;
    return teams.as(town.advisors.find((one) => one.region === region)?.id ?? '');
  };
  const threadsOf = (id: CaseId, region: RegionId) =>
    struck.town.threads(region).filter((thread) => isOf(id, thread));
  /** A pointer has no buttons left, so its words tell. */
  const isOf = (id: CaseId, { root }: SeenThread) =>
    JSON.stringify(root.card).includes(`"caseId":"${id}"`) || wordsIn(root.card).includes(spoken(id));
  const spoken = (id: CaseId) => `${id.slice(0, 3)}-${id.slice(3)}`;

  /** Opens a dialog, fills it in and sends it, again and again until it is answered. */
  async function fill(who: PersonDriver, open: () => Promise<boolean>, inputs: Inputs, what: string) {
    await struck.insist(open, `the dialog of ${what}`);
    const dialog = JSON.stringify(who.dialog?.card);
    await struck.send(who, inputs, what);
    return dialog;
  }

  /** Reports, takes, moves to another region, takes there, records and closes. */
  async function tell(): Promise<{ reporter: PersonDriver; id: CaseId }> {
    const { town, insist, wait } = struck;
    stories += 1;
    const reporter = town.teams.addPerson({
      id: randomUUID(),
      name: `Reporter ${stories}`,
      locale: 'fi-FI',
    });
    const menu = () =>
      reporter.chat().findLast(({ card }) => JSON.stringify(card ?? '').includes('"concern"'));
    await insist(async () => {
      await reporter.say('valikko');
      return menu() !== undefined;
    }, 'the menu');
    const opens = async () => {
      const card = menu();
      return card !== undefined && answered(await reporter.press(card, 'concern'));
    };
    const dialog = await fill(reporter, opens, report, 'the report');
    const id = caseId(/"caseId":"(\w+)"/.exec(dialog)?.[1] ?? '');

    const card = (region: RegionId, verb: string) => () =>
      threadsOf(id, region).find(({ root }) => can(root, verb))?.root;
    const press = async (region: RegionId, verb: string) => {
      const root = await wait(card(region, verb), `${verb} in ${region}`);
      await insist(async () => answered(await advisorIn(region).press(root, verb)), verb);
    };
    const fillOn = async (region: RegionId, verb: string, inputs: Inputs) => {
      const root = await wait(card(region, verb), `${verb} in ${region}`);
      const who = advisorIn(region);
      await fill(who, async () => answered(await who.press(root, verb)), inputs, verb);
    };
    await press(north, 'claim');
    await wait(card(north, 'markRecorded'), 'the card of its holder');
    await fillOn(north, 'transfer', { region: middle, reason: 'Asiakas on muuttanut' });
    await press(middle, 'claim');
    await fillOn(middle, 'markRecorded', { reference, assessed: 'today' });
    await press(middle, 'close');
    return { reporter, id };
  }

  async function endsRight(
    { reporter, id }: Awaited<ReturnType<typeof tell>>,
    most = { cards: 1, rings: 1 },
  ): Promise<void> {
    const { town, mortals, rowsAtRest } = struck;
    const rows = await rowsAtRest(id);
    const [one, ...others] = await mortals.service.desk.casework.askedBy({
      id: reporter.id as never,
      name: '',
    });
    assert.ok(one);
    assert.equal(others.length, 0, 'one case');
    assert.equal(one.id, id);
    assert.equal(one.status, 'closed');
    assert.equal(one.region, middle);
    const [outcome, ...more] = one.outcomes;
    assert.equal(more.length, 0, 'one report');
    assert.equal(outcome?.kind === 'concern' && outcome.recorded?.reference, reference);
    assert.deepEqual(
      one.trail.map(({ did }) => did),
      ['ask', 'claim', 'transfer', 'claim', 'markRecorded', 'close'],
    );
    const contacts = rows.filter(({ rowKey }) => rowKey.startsWith('contact|'));
    assert.equal(contacts.length, stories, 'one contact each');
    await keepsIdentity(id);
    showsRight(id, one.views.channel?.activity, most);
    const mine = reporter.chat().find((message) => message.id === one.views.asker?.activity);
    assert.match(wordsIn(mine?.card), /sulki asian/);
    const live = reporter.chat().filter(({ card }) => wordsIn(card).includes(reference));
    assert.ok(live.length <= most.cards, `${live.length} live cards`);
    await leavesPointers(id, one.views.channel?.activity);
    ringsSeldom(reporter, id, most);
    const everything = JSON.stringify([reporter.chat(), threadsOf(id, north), threadsOf(id, middle)]);
    for (const secret of secrets) assert.ok(!everything.includes(secret), secret);
    assert.ok(town.log.every(({ facts }) => !JSON.stringify(facts).includes('Testinen')));
  }

  /** Sealed once, however often it was sent. */
  async function keepsIdentity(id: CaseId): Promise<void> {
    const all = await struck.town.tables.rowsOf('clients');
    const kept = all.filter(({ partitionKey }) => partitionKey === id);
    assert.equal(kept.length, 1, `${kept.length} sealed reports`);
  }

  function showsRight(id: CaseId, activity: string | undefined, most: { readonly cards: number }): void {
    const threads = threadsOf(id, middle);
    assert.ok(threads.length <= most.cards, `${threads.length} threads in the new region`);
    assert.match(wordsIn(threads.find(({ root }) => root.id === activity)?.root.card), /Suljettu/);
    assert.ok(threadsOf(id, north).length <= most.cards);
  }

  /** The old region's card tells where the case went; a twin does as soon as somebody presses it. */
  async function leavesPointers(id: CaseId, activity: string | undefined): Promise<void> {
    const others = () =>
      [...threadsOf(id, north), ...threadsOf(id, middle)].filter(({ root }) => root.id !== activity);
    assert.ok(others().length >= 1);
    for (const { root } of others())
      if (can(root, 'claim'))
        await advisorIn(middle)
          .press(root, 'claim')
          .catch(() => undefined);
    for (const { root } of others()) assert.match(wordsIn(root.card), /kortti on nyt toisessa viestissä/);
  }

  function ringsSeldom(reporter: PersonDriver, id: CaseId, most: { readonly rings: number }): void {
    const times = (who: PersonDriver, ring: RegExp) =>
      who.toasts.filter(({ text }) => ring.test(text) && text.includes(spoken(id))).length;
    const rings = [
      [advisorIn(middle), /siirrettiin teidän alueellenne/],
      [reporter, /siirtyi toisen alueen/],
      [reporter, /sulki kysymyksen/],
    ] as const;
    for (const [who, ring] of rings)
      assert.ok(times(who, ring) <= most.rings, `${ring} rang ${times(who, ring)} times`);
  }

  const strikes = strikesOf({ moveTo, tell, endsRight });
  strikes.counts({ storage: 30, teams: 6 });
  strikes.covers('teams', 'kill-before', 6);
  strikes.covers('teams', 'kill-after', 6);
  strikes.covers('teams', 'lost', 6);
  strikes.covers('teams', 'double', 6);
  // the main story dies around its readings too: here each writing is struck where it is hardest to mend
  strikes.covers('storage', 'kill-after', 20, isWrite);
  strikes.covers('storage', 'lost', 20, isWrite);
});
