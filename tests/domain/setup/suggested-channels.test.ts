import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { County } from '../../../bot/domain/county.ts';
import { suggestedChannels } from '../../../bot/domain/setup/suggested-channels.ts';
import { kymenlaakso, lansiUusimaa, pohjoisSavo } from '../../support/counties.ts';

const suggested = (county: County, ...names: readonly string[]) =>
  Object.fromEntries(
    suggestedChannels(
      county,
      names.map((name) => ({ id: name, name })),
    ),
  );

describe('the channel suggested by its name', () => {
  const rows: readonly (readonly [what: string, county: County, names: readonly string[], to: object])[] = [
    [
      'is the one named after the region',
      pohjoisSavo,
      ['Pohjoinen alue', 'Keskinen alue', 'Yleistä'],
      { pohjoinen: 'Pohjoinen alue', keskinen: 'Keskinen alue' },
    ],
    [
      'may hold the name inflected',
      pohjoisSavo,
      ['Läntisen alueen linja'],
      { lantinen: 'Läntisen alueen linja' },
    ],
    ['may hold the Swedish name', pohjoisSavo, ['Norra'], { pohjoinen: 'Norra' }],
    [
      'may hold a municipality of the region',
      pohjoisSavo,
      ['Iisalmen ohjaajat'],
      { pohjoinen: 'Iisalmen ohjaajat' },
    ],
    [
      'is named after the region rather than after its municipality',
      pohjoisSavo,
      ['Iisalmi', 'Pohjoinen'],
      { pohjoinen: 'Pohjoinen' },
    ],
    ['is none where two names fit alike', pohjoisSavo, ['Pohjoinen 1', 'Pohjoinen 2'], {}],
    ['is none where one name fits two regions alike', pohjoisSavo, ['Pohjoinen ja keskinen'], {}],
    ['is not told by the county’s own name', pohjoisSavo, ['Pohjois-Savon linja'], {}],
    ['is not told by what all regions are called', pohjoisSavo, ['Alueen asiat'], {}],
    [
      'is told where regions are lines of service',
      kymenlaakso,
      ['Ikäihmisten palvelut'],
      { ikaihmiset: 'Ikäihmisten palvelut' },
    ],
    [
      'is told by a municipality where the county is one region',
      lansiUusimaa,
      ['Lohja'],
      { 'koko-alue': 'Lohja' },
    ],
    [
      'is the supervisors’ by those who lead',
      pohjoisSavo,
      ['Esihenkilöiden kanava'],
      { supervisors: 'Esihenkilöiden kanava' },
    ],
    ['is the supervisors’ in Swedish too', pohjoisSavo, ['Ledningen'], { supervisors: 'Ledningen' }],
  ];
  for (const [what, county, names, to] of rows) {
    it(what, () => assert.deepEqual(suggested(county, ...names), to));
  }

  it('is never the general one, which has no name', () => {
    assert.equal(suggestedChannels(pohjoisSavo, [{ id: 'general' }]).size, 0);
  });
});
