/** The same story in every county: the county is data, and the code knows none of them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { addDays } from '../../bot/domain/calendar.ts';
import type { Case } from '../../bot/domain/case/case.ts';
import type { County } from '../../bot/domain/county.ts';
import type { RegionId } from '../../bot/domain/names.ts';
import { placesOf, regionOfPlace } from '../../bot/domain/routing.ts';
import type { SummaryView } from '../../bot/domain/views/tab-views.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import { at, monday } from '../support/cases.ts';
import { kymenlaakso, lansiUusimaa, pohjoisSavo, saarimaa } from '../support/counties.ts';
import { once } from '../support/once.ts';
import { cardWords, openScene, type Scene } from '../support/scene.ts';
import { wordsIn } from '../support/words.ts';

const counties = { pohjoisSavo, kymenlaakso, lansiUusimaa, saarimaa };

for (const [name, county] of Object.entries(counties)) {
  describe(`The main story in ${name}`, () => {
    const place = placesOf(county).at(-1);
    const region = (place && regionOfPlace(county, place.id)) as RegionId;
    const guidance = county.topics.find(({ kind }) => kind === 'guidance');
    const words = textsFor(county.channelLanguage);
    let scene: Scene;
    let niina: PersonDriver;
    let advisor: PersonDriver;
    const now = async (): Promise<Case> => {
      const [asked] = await scene.town.service.desk.casework.askedBy(niina.person as never);
      assert.ok(asked);
      return asked;
    };
    const advisorsCard = () => scene.town.advisorsCard(region);
    const becomes = async (status: Case['status']) => {
      assert.equal((await now()).status, status);
      // the holder's buttons come with the redraw
      await scene.town.shown();
    };

    before(async () => {
      scene = await openScene({ county, now: at('13:00') });
      niina = scene.niina;
      advisor = scene.advisor(region);
    });
    after(() => scene.town.stop());

    const asked = once(async () => {
      await niina.say('Mistä asiakas saa apua arkeen?');
      assert.match(cardWords(niina), new RegExp(escaped(county.routing.ask.fi)));
      for (const topic of county.topics) assert.match(cardWords(niina), new RegExp(escaped(topic.name.fi)));
      for (const care of county.cares) assert.match(cardWords(niina), new RegExp(escaped(care.name.fi)));
    });

    const sent = once(async () => {
      await asked();
      const sent = await niina.press(niina.lastCard(), 'ask', {
        topic: String(guidance?.id),
        place: String(place?.id),
      });
      assert.equal(sent.saw, 'card', JSON.stringify(sent));
      await scene.regionSays(region, /Mistä asiakas saa apua arkeen/);
      assert.equal((await now()).region, region);
      for (const { id } of county.regions) assert.equal(scene.town.threads(id).length, id === region ? 1 : 0);
      assert.equal(advisorsCard().mentions.length, 2);
    });

    const answered = once(async () => {
      await sent();
      await advisor.press(advisorsCard(), 'claim');
      await becomes('claimed');
      await scene.regionSays(region, new RegExp(advisor.person.name));
      await advisor.press(advisorsCard(), 'answer');
      await advisor.submitDialog({ text: 'Arjen tuesta.' });
      await becomes('answered');
      await scene.chatSays(niina, /Arjen tuesta/);
    });

    const settled = once(async () => {
      await answered();
      const [service] = county.services;
      const redirect = county.redirects.find(({ misdirected }) => !misdirected) ?? county.redirects[0];
      if (service) {
        await advisor.press(advisorsCard(), 'grant');
        const long = {
          service: service.id,
          from: monday,
          to: addDays(monday, service.maxDays + 1),
          amount: 1,
        };
        await advisor.submitDialog(long);
        assert.match(wordsIn(advisor.dialog?.card), new RegExp(`${service.maxDays} `));
        await advisor.submitDialog({ ...long, to: addDays(monday, 2) });
        assert.equal(advisor.dialog, undefined);
        await scene.chatSays(niina, new RegExp(escaped(service.name.fi)));
      } else {
        await advisor.press(advisorsCard(), 'redirect');
        await advisor.submitDialog({ target: String(redirect?.id) });
        assert.equal(advisor.dialog, undefined);
        await scene.chatSays(niina, new RegExp(escaped(redirect?.name.fi ?? '-')));
      }
      assert.equal((await now()).outcomes.at(-1)?.kind, service ? 'grant' : 'redirect');
    });

    const closed = once(async () => {
      await settled();
      await scene.sees(() => JSON.stringify(advisorsCard().card), /"verb":"close"/);
      await advisor.press(advisorsCard(), 'close');
      await becomes('closed');
      await scene.chatSays(niina, /Valmis/);
      await scene.regionSays(region, new RegExp(escaped(words.advisor.channel.closed(advisor.person.name))));
    });

    const counted = once(async () => {
      await closed();
      const authorization = `Bearer ${await scene.supervisor.tabToken()}`;
      const response = await fetch(`${scene.town.url}/api/tab/summary`, { headers: { authorization } });
      const { contacts, regions = [] } = (await response.json()) as SummaryView;
      assert.equal(contacts, 1);
      for (const each of regions) assert.equal(each.contacts, each.region.id === region ? 1 : 0);
      assert.equal(regions.length, county.regions.length);
    });

    it('asks what the county asks: where the client lives, or their situation in life', asked);
    it('brings the question to the region that the county’s file says', sent);
    it('is claimed and answered', answered);
    it(
      `comes to ${county.services.length > 0 ? 'a temporary service within its limits' : 'where it belongs'}`,
      settled,
    );
    it('closes, on both cards, each in its own language', closed);
    it('is counted once, in its region', counted);
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('A county’s own present care', () => {
  for (const [name, county] of Object.entries(counties)) {
    it(`means in ${name} what its file says`, async () => {
      const scene = await openScene({ county, now: at('13:00') });
      try {
        for (const care of county.cares) await meansWhatItSays(scene, county, care);
      } finally {
        await scene.town.stop();
      }
    });
  }

  async function meansWhatItSays({ town, niina }: Scene, county: County, care: County['cares'][number]) {
    const guidance = county.topics.find(({ kind }) => kind === 'guidance');
    const place = placesOf(county)[0];
    await niina.say('uusi kysymys');
    await niina.press(niina.lastCard(), 'ask', {
      question: `Asia ${care.id}`,
      topic: String(guidance?.id),
      place: String(place?.id),
      care: care.id,
    });
    const asked = await town.service.desk.casework.askedBy(niina.person as never);
    const mine = asked.find(({ question }) => question === `Asia ${care.id}`);
    if (care.means === 'own-team') {
      assert.equal(mine, undefined);
      const teams = county.teams.filter((team) => team.care === care.id);
      assert.ok(teams.some(({ name }) => cardWords(niina).includes(name.fi)));
    } else {
      assert.equal(mine?.flagged, care.means === 'flagged');
      // a card that is drawn only after the next words moves down below them
      await town.shown();
    }
  }
});
