/** The short form for phone calls, e-mails and visits, and what is read of it. */
import assert from 'node:assert/strict';
import { recordingDialog } from '../../bot/cards/recording-dialog.ts';
import { languages } from '../../bot/domain/county.ts';
import { placeId, topicId } from '../../bot/domain/names.ts';
import { faultsOf } from '../../bot/domain/tally/other-contacts.ts';
import { isTakenByTeams, nodesOf, pressesOf, wordsOn } from '../support/card-checks.ts';
import { county, monday } from '../support/cases.ts';
import { kymenlaakso, lansiUusimaa } from '../support/counties.ts';
import { pressIn } from '../support/presses.ts';

const readRecorded = (verb: unknown, data: unknown) => {
  const read = pressIn('chat', verb, data);
  return read?.verb === 'record' && read.wish.press === 'recorded' ? read.wish : undefined;
};

const last = {
  channel: 'email',
  topic: topicId('concern'),
  place: placeId('kaavi'),
  role: 'Lääkäri',
} as const;
const sent = {
  key: 'k1',
  channel: 'phone',
  place: 'kuopio',
  topic: 'guidance',
  outcomes: 'guidance,grant',
  service: 'meals',
  role: ' Hoitaja ',
};

describe('the short form', () => {
  for (const language of languages)
    for (const one of [county, kymenlaakso, lansiUusimaa]) {
      it(`is taken by Teams in ${language} for ${one.id}`, () => {
        const { card } = recordingDialog({ county: one, language, key: 'k1' });
        isTakenByTeams(card);
        assert.deepEqual(
          pressesOf(card).map(({ verb, data }) => [verb, data['key']]),
          [['record', 'k1']],
        );
      });
    }

  it('begins with the last choices', () => {
    const { card } = recordingDialog({ county, language: 'fi', last, key: 'k1' });
    const values = Object.fromEntries(
      nodesOf(card).flatMap(({ id, value }) => (id && value ? [[id, value]] : [])),
    );
    assert.deepEqual(values, {
      channel: 'email',
      place: 'kaavi',
      topic: 'concern',
      outcomes: 'guidance',
      role: 'Lääkäri',
    });
  });

  it('comes back as it was filled in, and says what is wrong', () => {
    const read = readRecorded('record', sent);
    assert.ok(read);
    const faults = [{ field: 'services', fault: 'missing' }] as const;
    const { card } = recordingDialog({ county, language: 'fi', key: 'k1', typed: read.contact, faults });
    assert.match(wordsOn(card), /Tarkista kohta: myönnetty palvelu\./);
    const place = nodesOf(card).find(({ id }) => id === 'place');
    assert.equal(place?.['value'], 'kuopio');
  });

  it('is read with the day and hour of now', () => {
    const read = readRecorded('record', sent);
    assert.deepEqual(read, {
      press: 'recorded',
      key: 'k1',
      contact: {
        channel: 'phone',
        day: monday,
        hour: 12,
        place: 'kuopio',
        topic: 'guidance',
        priority75: 'unknown',
        urgency: 'normal',
        role: 'Hoitaja',
        outcomes: ['guidance', 'grant'],
        services: ['meals'],
        redirects: [],
      },
    });
    assert.deepEqual(faultsOf(county, read.contact, monday), []);
  });

  it('leaves made-up choices to the rules, and is nothing without its key or channel', () => {
    const made = readRecorded('record', { ...sent, place: 'x', topic: 'y' });
    assert.ok(made);
    assert.deepEqual(
      faultsOf(county, made.contact, monday).map(({ field }) => field),
      ['place', 'topic'],
    );
    const wrong: readonly (readonly [unknown, unknown])[] = [
      ['close', sent],
      ['record', null],
      ['record', { ...sent, key: '../x' }],
      ['record', { ...sent, key: '' }],
      ['record', { ...sent, channel: 'teams' }],
    ];
    for (const [verb, data] of wrong) assert.equal(readRecorded(verb, data), undefined);
  });
});
