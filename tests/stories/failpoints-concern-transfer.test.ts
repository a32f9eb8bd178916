/** A concern report that moves to another region, with a misfortune at each of its calls. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'mocha';
import { type CaseId, caseId, type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenThread } from '../../bot/local/people/seeing.ts';
import { fates } from '../support/mortal.ts';
import type { KeptRow } from '../support/stores.ts';
import { answered, can, type Deed, type StruckTown, strikesOf } from '../support/struck-town.ts';
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

  /** Reports, takes, moves to another region, takes there, records and closes. */
  async function tell(deed: Deed): Promise<{ reporter: PersonDriver; id: CaseId }> {
    const { town, insist, send, wait } = struck;
    stories += 1;
    const reporter = town.teams.addPerson({
      id: randomUUID(),
      name: `Reporter ${stories}`,
      locale: 'fi-FI',
    });
    const menu = () =>
      reporter.chat().findLast(({ card }) => JSON.stringify(card ?? '').includes('"concern"'));
    const say = async () => {
      await reporter.say('valikko');
      return menu() !== undefined;
    };
    await deed('the menu', () => insist(say, 'the menu'), hasContacts(0));
    const open = async () => {
      const card = menu();
      return card !== undefined && answered(await reporter.press(card, 'concern'));
    };
    await deed('its dialog', () => insist(open, 'its dialog'), hasContacts(0));
    const id = caseId(/"caseId":"(\w+)"/.exec(JSON.stringify(reporter.dialog?.card))?.[1] ?? '');
    await deed('the report', () => send(reporter, report, 'the report'), hasContacts(1));

    const press = async (region: RegionId, verb: string) => {
      const card = () => threadsOf(id, region).find(({ root }) => can(root, verb))?.root;
      const act = async () => {
        const root = await wait(card, `${verb} in ${region}`);
        await insist(async () => answered(await advisorIn(region).press(root, verb)), verb);
      };
      await deed(`${verb} in ${region}`, act, hasContacts(1));
    };
    const fill = async (region: RegionId, verb: string, inputs: Inputs) => {
      await press(region, verb);
      await deed(`${verb}, filled in`, () => send(advisorIn(region), inputs, verb), hasContacts(1));
    };
    await press(north, 'claim');
    await fill(north, 'transfer', { region: middle, reason: 'Asiakas on muuttanut' });
    await press(middle, 'claim');
    await fill(middle, 'markRecorded', { reference, assessed: 'today' });
    await press(middle, 'close');
    return { reporter, id };

    /** So many of this story; those of the stories before stand, too. */
    function hasContacts(own: number) {
      return (rows: readonly KeptRow[]) => {
        const contacts = rows.filter(({ rowKey }) => rowKey.startsWith('contact|'));
        assert.equal(contacts.length, stories - 1 + own, 'one contact each');
      };
    }
  }

  async function endsRight(
    { reporter, id }: Awaited<ReturnType<typeof tell>>,
    most = { cards: 1, rings: 1 },
  ): Promise<void> {
    const { town, mortals, rowsAtRest } = struck;
    await rowsAtRest();
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
  for (const fate of fates) strikes.covers('teams', fate);
  strikes.covers('storage', 'lost');
  // the main story's process dies at its readings too: here it dies where that is hardest to mend
  strikes.covers('storage', 'kill-after', 'writing');
});
