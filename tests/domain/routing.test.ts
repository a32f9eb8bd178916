import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { County } from '../../bot/domain/county.ts';
import {
  careId,
  type PlaceId,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../../bot/domain/names.ts';
import {
  careOf,
  placeName,
  placesOf,
  type Route,
  type RoutingAnswer,
  redirectOf,
  regionOfPlace,
  route,
  serviceOf,
  teamsOf,
  topicOf,
} from '../../bot/domain/routing.ts';
import { kymenlaakso, lansiUusimaa, pohjoisSavo, saarimaa } from '../support/counties.ts';

type Question = { place?: string; care?: string; topic?: string; insist?: boolean; open?: boolean };

function routed(county: County, { place, care, topic, insist = false, open = true }: Question): Route {
  const answer: RoutingAnswer = {
    insist,
    open,
    ...(place && { place: placeId(place) }),
    ...(care && { care: careId(care) }),
    ...(topic && { topic: topicId(topic) }),
  };
  return route(county, answer);
}

/** The route in words: `advisors keskinen, flagged informal-care`. */
function inWords(taken: Route): string {
  switch (taken.to) {
    case 'advisors':
      return [
        `advisors ${taken.region}`,
        ...(taken.flagged ? [`flagged ${taken.flagged}`] : []),
        ...(taken.misdirected ? ['misdirected'] : []),
      ].join(', ');
    case 'own-team':
      return `own team of ${taken.care}${taken.region ? ` in ${taken.region}` : ''}`;
    case 'closed':
      return `closed, ${taken.emergency.number}`;
    case 'choose':
      return `choose from ${taken.between.length}`;
    case 'unknown':
      return 'unknown';
  }
}

const inPohjoisSavo: [question: Question, expected: string][] = [
  [{ place: 'kuopio', care: 'none' }, 'advisors keskinen'],
  [{ place: 'nilsia', care: 'none' }, 'advisors koillinen'],
  [{ place: 'karttula', care: 'none' }, 'advisors lantinen'],
  [{ place: 'kuopio' }, 'advisors keskinen'],
  [{ place: 'iisalmi', care: 'home-care' }, 'own team of home-care in pohjoinen'],
  [{ place: 'iisalmi', care: 'housing' }, 'own team of housing in pohjoinen'],
  [{ care: 'home-care' }, 'own team of home-care'],
  [{ place: 'iisalmi', care: 'home-care', insist: true }, 'advisors pohjoinen, misdirected'],
  [{ place: 'kaavi', care: 'informal-care' }, 'advisors keskinen, flagged informal-care'],
  [{ place: 'kaavi', care: 'informal-care', insist: true }, 'advisors keskinen, flagged informal-care'],
  [{ place: 'kaavi', care: 'none', insist: true }, 'advisors keskinen'],
  [{ place: 'kaavi', topic: 'crisis-place' }, 'advisors keskinen'],
  [{ place: 'kaavi', topic: 'crisis-place', open: false }, 'closed, 112'],
  [{ topic: 'crisis-place', open: false }, 'closed, 112'],
  [{ place: 'kaavi', topic: 'crisis-place', care: 'home-care', open: false, insist: true }, 'closed, 112'],
  [{ place: 'kaavi', topic: 'crisis-place', care: 'home-care' }, 'own team of home-care in keskinen'],
  [{ place: 'kaavi', topic: 'guidance', open: false }, 'advisors keskinen'],
  [{ care: 'none' }, 'choose from 22'],
  [{ care: 'home-care', insist: true }, 'choose from 22'],
  [{ place: 'atlantis' }, 'unknown'],
  [{ place: 'kaavi', care: 'no-such-care', topic: 'no-such-topic', open: false }, 'advisors keskinen'],
];

const elsewhere: [county: County, question: Question, expected: string][] = [
  [kymenlaakso, { place: 'ikaihmiset' }, 'advisors ikaihmiset'],
  [kymenlaakso, { place: 'ikaihmiset', care: 'own-worker' }, 'advisors ikaihmiset, flagged own-worker'],
  [kymenlaakso, {}, 'choose from 4'],
  [lansiUusimaa, { place: 'espoo' }, 'advisors koko-alue'],
  [lansiUusimaa, {}, 'advisors koko-alue'],
  [lansiUusimaa, { place: 'kuopio' }, 'unknown'],
  [saarimaa, { place: 'pohjoisranta', topic: 'bed-tonight', open: false }, 'closed, 112'],
  [saarimaa, { place: 'pohjoisranta', care: 'family' }, 'advisors ita, flagged family'],
];

describe('the route of a question', () => {
  it('offers every place of the county when none is known', () => {
    const taken = routed(pohjoisSavo, {});
    assert.deepEqual(
      taken.to === 'choose' && taken.between,
      placesOf(pohjoisSavo).map(({ id }) => id),
    );
  });

  for (const [question, expected] of inPohjoisSavo) {
    it(`${JSON.stringify(question)} → ${expected}`, () =>
      assert.equal(inWords(routed(pohjoisSavo, question)), expected));
  }
  for (const [county, question, expected] of elsewhere) {
    it(`in ${county.id}: ${JSON.stringify(question)} → ${expected}`, () =>
      assert.equal(inWords(routed(county, question)), expected));
  }

  const anyQuestion = fc.record(
    {
      place: fc.constantFrom(...placesOf(pohjoisSavo).map(({ id }) => id)),
      care: fc.constantFrom('none', 'home-care', 'housing', 'informal-care'),
      topic: fc.constantFrom(...pohjoisSavo.topics.map(({ id }) => id)),
      insist: fc.boolean(),
      open: fc.boolean(),
    },
    { requiredKeys: ['place'] },
  );

  it('never drops a question whose place is known, and never leaves its region', () =>
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const taken = routed(pohjoisSavo, question);
        assert.ok(taken.to !== 'unknown' && taken.to !== 'choose');
        if (taken.to !== 'closed') assert.equal(taken.region, regionOfPlace(pohjoisSavo, question.place));
      }),
    ));
});

describe('the client’s own team', () => {
  const names = (care: string, region?: string) =>
    teamsOf(saarimaa, careId(care), region === undefined ? undefined : regionId(region)).map(
      ({ name }) => name.en,
    );

  it('is the one of the client’s region', () => {
    assert.deepEqual(names('home-help', 'ita'), ['Eastern home help team']);
    assert.deepEqual(names('home-help', 'ulko'), ['Western home help team']);
  });
  it('may be any of them while the region is not known', () => assert.equal(names('home-help').length, 2));
  it('is nobody for care that the line itself answers for', () => assert.deepEqual(names('family'), []));
});

describe('what a county knows by id', () => {
  it('has a name for every choice, place or life situation', () => {
    for (const county of [pohjoisSavo, kymenlaakso, lansiUusimaa, saarimaa]) {
      for (const { id, name } of placesOf(county)) {
        assert.deepEqual(placeName(county, id), name);
        assert.ok(county.regions.some((region) => region.id === regionOfPlace(county, id)));
      }
    }
  });

  it('calls a place that the file no longer has by its id', () => {
    const gone: PlaceId = placeId('vanhakyla');
    assert.deepEqual(placeName(pohjoisSavo, gone), { fi: 'vanhakyla', sv: 'vanhakyla', en: 'vanhakyla' });
    assert.equal(regionOfPlace(pohjoisSavo, gone), undefined);
  });

  it('finds topics, services, cares and redirects, and nothing that is not there', () => {
    assert.equal(topicOf(pohjoisSavo, topicId('concern'))?.kind, 'concern');
    assert.equal(serviceOf(pohjoisSavo, serviceId('meals'))?.maxDays, 30);
    assert.equal(careOf(pohjoisSavo, careId('housing'))?.means, 'own-team');
    assert.equal(redirectOf(pohjoisSavo, redirectId('client-door'))?.misdirected, true);
    assert.equal(redirectOf(pohjoisSavo, redirectId('kela'))?.misdirected, false);
    assert.equal(topicOf(saarimaa, topicId('concern')), undefined);
    assert.equal(serviceOf(saarimaa, serviceId('meals')), undefined);
    assert.equal(careOf(saarimaa, careId('housing')), undefined);
    assert.equal(redirectOf(saarimaa, redirectId('kela')), undefined);
  });
});
