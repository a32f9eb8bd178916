import assert from 'node:assert/strict';
import { loadCounty } from '../../bot/counties/read-county.ts';
import type { County, Place } from '../../bot/domain/county.ts';
import { flawsOf } from '../../bot/domain/county-flaws.ts';
import { countyFiles, kymenlaakso, lansiUusimaa, pohjoisSavo, saarimaa } from '../support/counties.ts';

function placesIn({ routing }: County): readonly Place[] {
  assert.equal(routing.by, 'place');
  return routing.by === 'place' ? routing.places : [];
}

const namesOf = (county: County) => placesIn(county).map(({ name }) => name.fi);

describe('the county files', () => {
  for (const [name, file] of Object.entries(countyFiles)) {
    it(`${name} is flawless`, async () => assert.deepEqual(flawsOf(await loadCounty(file)), []));
  }

  it('tell no phone number that nobody has confirmed', () => {
    for (const { emergency } of [pohjoisSavo, kymenlaakso, lansiUusimaa]) {
      assert.equal(emergency.number, '112');
      assert.equal(emergency.social.confirmed, false);
      for (const words of Object.values(emergency.social.phone)) assert.doesNotMatch(words, /\d/);
    }
  });
});

describe('Pohjois-Savo, as seed 001 describes it', () => {
  const regions: [region: string, places: string[]][] = [
    ['Eteläinen alue', ['Joroinen', 'Leppävirta', 'Varkaus']],
    ['Keskinen alue', ['Kaavi', 'Kuopio', 'Tuusniemi']],
    ['Koillinen alue', ['Lapinlahti', 'Maaninka', 'Nilsiä', 'Siilinjärvi']],
    ['Läntinen alue', ['Karttula', 'Keitele', 'Pielavesi', 'Rautalampi', 'Suonenjoki', 'Tervo', 'Vesanto']],
    ['Pohjoinen alue', ['Iisalmi', 'Kiuruvesi', 'Rautavaara', 'Sonkajärvi', 'Vieremä']],
  ];

  it('has these five regions and no other', () =>
    assert.deepEqual(
      pohjoisSavo.regions.map(({ name }) => name.fi),
      regions.map(([region]) => region),
    ));

  for (const [region, places] of regions) {
    it(`${region}: ${places.join(', ')}`, () => {
      const id = pohjoisSavo.regions.find(({ name }) => name.fi === region)?.id;
      const found = placesIn(pohjoisSavo).filter((place) => place.region === id);
      assert.deepEqual(
        found.map(({ name }) => name.fi),
        places,
      );
    });
  }

  it('has 19 municipalities, each with a code of its own', () => {
    const municipalities = placesIn(pohjoisSavo).filter(({ kind }) => kind === 'municipality');
    assert.equal(new Set(municipalities.map(({ municipality }) => municipality.code)).size, 19);
  });

  it('keeps Maaninka, Nilsiä and Karttula apart from Kuopio, whose municipality they are in', () => {
    const districts = placesIn(pohjoisSavo).filter(({ partOf }) => partOf === 'kuopio');
    assert.deepEqual(
      districts.map(({ name, municipality }) => [name.fi, municipality.code]),
      [
        ['Karttula', '297'],
        ['Maaninka', '297'],
        ['Nilsiä', '297'],
      ],
    );
  });

  it('asks about the names that seed 001 does not settle', () => {
    const { routing } = pohjoisSavo;
    assert.deepEqual(routing.by === 'place' && routing.unsettled.map(({ name }) => name), [
      'Juankoski',
      'Riistavesi',
      'Vehmersalmi',
      'Varpaisjärvi',
    ]);
  });

  it('grants the five short-term services, a crisis place only while the line is open', () =>
    assert.deepEqual(
      pohjoisSavo.services.map(({ name, onlyWhenOpen }) => [name.fi, onlyWhenOpen]),
      [
        ['Ateriapalvelu', false],
        ['Turvapuhelinpalvelu', false],
        ['Kriisipaikka', true],
        ['Tilapäinen palveluseteli', false],
        ['Tilapäinen kotihoito', false],
      ],
    ));
});

describe('Kymenlaakso, as seed 000 describes it', () => {
  it('asks for the life situation, in the order of the phone menu', () =>
    assert.deepEqual(
      kymenlaakso.regions.map(({ code, name }) => [code, name.fi]),
      [
        ['1', 'Työikäiset ja toimeentulotuki'],
        ['2', 'Ikäihmiset'],
        ['3', 'Vammaispalvelut'],
        ['4', 'Lapset ja perheet'],
      ],
    ));

  it('tells anonymous advice from identified', () =>
    assert.equal(kymenlaakso.topics.filter(({ kind }) => kind === 'guidance').length, 2));
});

describe('Länsi-Uusimaa, as seed 003 describes it', () => {
  it('has ten municipalities with their Finnish and Swedish names', () =>
    assert.deepEqual(
      placesIn(lansiUusimaa).map(({ name }) => `${name.fi}/${name.sv}`),
      [
        'Espoo/Esbo',
        'Hanko/Hangö',
        'Inkoo/Ingå',
        'Karkkila/Högfors',
        'Kauniainen/Grankulla',
        'Kirkkonummi/Kyrkslätt',
        'Lohja/Lojo',
        'Raasepori/Raseborg',
        'Siuntio/Sjundeå',
        'Vihti/Vichtis',
      ],
    ));

  it('guides centrally: one region serves them all', () => assert.equal(lansiUusimaa.regions.length, 1));
});

describe('the invented county', () => {
  it('shares no place, region, topic or service with those that are shipped', () => {
    for (const shipped of [pohjoisSavo, lansiUusimaa]) {
      const known = new Set(namesOf(shipped));
      assert.deepEqual(
        namesOf(saarimaa).filter((name) => known.has(name)),
        [],
      );
    }
    const ids = ({ regions, topics, services }: County) =>
      [...regions, ...topics, ...services].map(({ id }): string => id);
    const shippedIds = [pohjoisSavo, kymenlaakso, lansiUusimaa].flatMap(ids);
    assert.deepEqual(
      ids(saarimaa).filter((id) => shippedIds.includes(id)),
      [],
    );
  });
});
