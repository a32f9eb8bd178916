/** Who may not read a case finds not one word of it, whatever they press and however wrong it is. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type Verb, verbs } from '../../bot/cards/verbs/verbs.ts';
import { regionId } from '../../bot/domain/names.ts';
import { advisesIn } from '../../bot/domain/roles.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { openScene, type Scene } from '../support/scene.ts';

const [pohjoinen, keskinen] = [regionId('pohjoinen'), regionId('keskinen')];
const secrets = /kettukulku|majavapato|ilveslaakso/i;
const asked = 'Tarvitseeko asiakas Iisalmessa kettukulkua?';

/** Each field of any form, filled with what is right and with what is nothing. */
const fillings: readonly Readonly<Record<string, string>>[] = [
  {},
  {
    ...{
      text: 'Sanoja',
      reason: 'Syy',
      person: 'nobody',
      region: 'nowhere',
      service: 'nothing',
      cites: 'none',
    },
    ...{
      from: 'never',
      to: 'never',
      amount: '-1',
      category: 'none',
      basis: 'x',
      target: 'x',
      reference: 'R',
    },
    ...{
      outcome: '99',
      observed: 'Havainto',
      urgency: 'whenever',
      topic: 'none',
      place: 'atlantis',
      key: 'k',
    },
    ...{
      title: 'Otsikko',
      subject: 'none',
      item: 'menu',
      score: '9',
      draftId: 'AAA',
      test: 'x',
      of: 'nowhere',
    },
  },
  { text: '', reason: '', person: '', cites: '00000000-0000-4000-8000-000000000000', region: 'keskinen' },
];

describe('A case that is not theirs to read', () => {
  let scene: Scene;
  let live: SeenMessage;
  let caseId: string;
  let colleagues: readonly string[];
  const people = new Map<string, PersonDriver>();
  /** What the next dialog that is asked for sends instead, as if it were open and filled in. */
  let sending: object | undefined;

  before(async () => {
    scene = await openScene();
    const { niina, sofia } = scene;
    const holder = scene.advisor(pohjoinen);
    live = await scene.ask(niina, asked);
    caseId = String(JSON.stringify(live.card).match(/"caseId":"(\w+)"/)?.[1]);
    const root = () => scene.town.advisorsCard(pohjoinen);
    await scene.regionSays(pohjoinen, /kettukulku/);
    await holder.press(root(), 'claim');
    await scene.town.shown();
    await holder.press(root(), 'askBack');
    await holder.submitDialog({ text: 'Onko siellä majavapato?' });
    await scene.chatSays(niina, /majavapato/);
    await niina.say('On, ja ilveslaakso.');
    await scene.regionSays(pohjoinen, /ilveslaakso/);
    const elsewhere = scene.advisor(keskinen);
    people.set('somebody without a role', sofia).set('an advisor of another region', elsewhere);
    const onTheLine = await scene.town.service.desk.staff.onTheLine(pohjoinen);
    const own = { id: elsewhere.id, advisorIn: [keskinen] };
    assert.ok(onTheLine.every((one) => one.id !== own.id && advisesIn(one, pohjoinen)));
    colleagues = onTheLine.flatMap(({ id, name }) => [id, name]);
    scene.town.teams.faults.addToDeliveries({
      kind: 'double',
      match(activity) {
        if (sending && activity['name'] === 'task/fetch')
          Object.assign(activity, { name: 'task/submit', value: { data: sending } });
        return false;
      },
    });
    // the talk goes on below: their presses stand on cards of their own
    await sofia.say('valikko');
    await elsewhere.install();
    await elsewhere.say('valikko');
  });
  after(() => scene.town.stop());

  /** A card of the person's own, with a button that they have written by hand. */
  function forgedOn(who: PersonDriver, action: object): SeenMessage {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], actions: [action] };
    return { ...who.lastCard(), card } as SeenMessage;
  }

  /** All that comes back for that press, at once, as a dialog, and from a dialog. */
  async function answersTo(who: PersonDriver, verb: Verb, fields: Readonly<Record<string, string>>) {
    const data = { ...fields, caseId, id: caseId, version: 99 };
    const opens = { verb, opens: 'dialog', msteams: { type: 'task/fetch' } };
    const opening = { type: 'Action.Submit', title: 'x', data: { ...data, ...opens } };
    const outcomes: unknown[] = [];
    outcomes.push(await who.press(forgedOn(who, { type: 'Action.Execute', title: 'x', verb, data }), 'x'));
    outcomes.push(await who.press(forgedOn(who, opening), 'x'), who.dialog);
    who.closeDialog();
    sending = { verb, ...data };
    outcomes.push(await who.press(forgedOn(who, opening), 'x'), who.dialog);
    sending = undefined;
    who.closeDialog();
    return outcomes;
  }

  for (const what of ['somebody without a role', 'an advisor of another region'])
    for (const verb of Object.keys(verbs) as Verb[])
      it(`shows ${what} nothing when they press ${verb}`, async () => {
        const who = people.get(what);
        assert.ok(who);
        const isTaking = verb === 'takeOver' && what !== 'somebody without a role';
        let asksBack = 0;
        for (const fields of fillings) {
          // to take it over is theirs to do, with a reason: then they may read it
          if (isTaking && fields['reason']) continue;
          const said = JSON.stringify(await answersTo(who, verb, fields));
          asksBack += said.includes('"dialog"') ? 1 : 0;
          assert.doesNotMatch(said, secrets, `${verb} with ${JSON.stringify(fields)}`);
          if (what === 'somebody without a role')
            for (const name of colleagues) assert.ok(!said.includes(name), `${verb} tells of ${name}`);
        }
        assert.doesNotMatch(JSON.stringify(who.chat()), secrets);
        if (isTaking) assert.ok(asksBack > 0, 'the dialog opens all the same');
      });
});
