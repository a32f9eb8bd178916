import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type CountyFault, CountyFileError, loadCounty, readCounty } from '../../bot/counties/read-county.ts';
import { countyFiles, pohjoisSavo } from '../support/counties.ts';

const good = readFileSync(countyFiles.pohjoisSavo, 'utf8');
const kymenlaaksoText = readFileSync(countyFiles.kymenlaakso, 'utf8');

/** The text with one thing changed, where it stands for the first time after `after`. */
function changed(text: string, after: string, from: string, to: string): { text: string; line: number } {
  const at = text.indexOf(from, text.indexOf(after));
  assert.ok(text.includes(after) && at >= 0, `${after} … ${from} is not in the file`);
  return {
    text: text.slice(0, at) + to + text.slice(at + from.length),
    line: text.slice(0, at).split('\n').length,
  };
}

function faultsIn(source: unknown): readonly CountyFault[] {
  try {
    readCounty(source, 'county.json');
    return [];
  } catch (error) {
    assert.ok(error instanceof CountyFileError);
    return error.faults;
  }
}

type Example = [path: string, fault: string, after: string, from: string, to: string];

const wrongShapes: Example[] = [
  ['regions[1].name.sv', 'is missing', '"id": "keskinen"', '"sv": "Mellersta området", ', ''],
  ['regions[1].name.en', 'must not be blank', '"id": "keskinen"', '"Central region"', '" "'],
  [
    'regions[1].colour',
    'is not a field of a county file',
    '"id": "keskinen"',
    '"code"',
    '"colour": "red", "code"',
  ],
  [
    'regions[0].id',
    'must be small letters, digits and hyphens: new-town-1',
    '"regions"',
    '"etelainen"',
    '"Eteläinen"',
  ],
  ['regions[0].neighbours', 'must be a list', '"id": "etelainen"', '["keskinen", "lantinen"]', '"keskinen"'],
  [
    'channelLanguage',
    'must be one of fi, sv, en',
    '"lineName"',
    '"channelLanguage": "fi"',
    '"channelLanguage": "se"',
  ],
  ['routing.by', 'must be one of place, situation', '"routing"', '"by": "place"', '"by": "postcode"'],
  ['routing.places[0].municipality.code', 'must be three digits: 297', '"places"', '"140"', '"14"'],
  [
    'routing.places[0].genitive',
    'must be a Finnish genitive, ending in n: Uudenkylän',
    '"places"',
    '"Iisalmen"',
    '"Iisalmi"',
  ],
  ['routing.places[0].locative', 'must be one of inner, outer', '"Iisalmen"', '"inner"', '"inside"'],
  ['opening.confirmed', 'must be true or false', '"opening"', 'false', '"no"'],
  ['opening.week.mon[0].from', 'must be a time of day: 08:00', '"mon"', '"08:00"', '"8:00"'],
  [
    'promises.urgent.remindAfter',
    'must be at least 1',
    '"promises"',
    '"remindAfter": 15',
    '"remindAfter": 0',
  ],
  ['services[0].maxDays', 'must be at least 1', '"id": "meals"', '"maxDays": 30', '"maxDays": 0'],
  ['services[0].maxAmount', 'must be at least 1', '"id": "meals"', '"maxAmount": 3', '"maxAmount": -3'],
  ['services[0].maxAmount', 'must be a whole number', '"id": "meals"', '"maxAmount": 3', '"maxAmount": 2.5'],
  [
    'topics[0].kind',
    'must be one of assessment, guidance, concern, crisis-place',
    '"topics"',
    '"kind": "assessment"',
    '"kind": "other"',
  ],
  ['cares[1].means', 'must be one of line, own-team, flagged', '"cares"', '"own-team"', '"team"'],
  ['finders[0].url', 'must be an https address', '"finders"', 'https://www.tarjoomo.fi', 'www.tarjoomo.fi'],
  ['purgeAfterDays', 'must be a number', '"assessment": {', '"purgeAfterDays": 30', '"purgeAfterDays": "30"'],
];

const contradictions: Example[] = [
  [
    'regions[1].id',
    '“etelainen” is already at regions[0].id',
    '"regions"',
    '"id": "keskinen"',
    '"id": "etelainen"',
  ],
  ['regions[1].code', '“ETE” is already at regions[0].code', '"id": "keskinen"', '"KES"', '"ETE"'],
  [
    'regions[1].name.sv',
    '“Södra området” is already at regions[0].name.sv',
    '"id": "keskinen"',
    'Mellersta',
    'Södra',
  ],
  [
    'regions[0].neighbours[1]',
    'there is no region “lnatinen”',
    '"id": "etelainen"',
    '"lantinen"',
    '"lnatinen"',
  ],
  [
    'regions[0].neighbours[1]',
    'a region is not its own neighbour',
    '"id": "etelainen"',
    '"lantinen"',
    '"etelainen"',
  ],
  [
    'regions[0].neighbours[1]',
    '“keskinen” is already at regions[0].neighbours[0]',
    '"id": "etelainen"',
    '"lantinen"',
    '"keskinen"',
  ],
  [
    'routing.places[0].region',
    'there is no region “pohjonen”',
    '"id": "iisalmi"',
    '"pohjoinen"',
    '"pohjonen"',
  ],
  [
    'routing.places[1].id',
    '“iisalmi” is already at routing.places[0].id',
    '"places"',
    '"id": "joroinen"',
    '"id": "iisalmi"',
  ],
  [
    'routing.places[1].name.sv',
    '“Idensalmi” is already at routing.places[0].name.sv',
    '"id": "joroinen"',
    'Jorois"',
    'Idensalmi"',
  ],
  [
    'routing.places[1].aliases[0]',
    '“iisalmi” is already at routing.places[0].name.fi',
    '"id": "joroinen"',
    '"aliases": []',
    '"aliases": ["iisalmi"]',
  ],
  [
    'routing.places[3].partOf',
    'there is no place “kopio”',
    '"id": "karttula"',
    '"partOf": "kuopio"',
    '"partOf": "kopio"',
  ],
  ['routing.unsettled[0].between[0]', 'there is no place “kopio”', '"unsettled"', '"kuopio"', '"kopio"'],
  [
    'routing.unsettled[0].name',
    '“Kuopio” is already at routing.places[6].name.fi',
    '"unsettled"',
    'Juankoski',
    'Kuopio',
  ],
  ['opening.week.mon[0]', 'opens at 18:00 but closes at 16:00', '"mon"', '"08:00"', '"18:00"'],
  [
    'opening.week.mon[1]',
    'opens at 15:00, before the hours above close at 16:00',
    '"week"',
    '"to": "16:00" }',
    '"to": "16:00" }, { "from": "15:00", "to": "17:00" }',
  ],
  [
    'opening.exceptions[1].day',
    '“2026-12-24” is already at opening.exceptions[0].day',
    '"opening"',
    '"exceptions": []',
    '"exceptions": [{ "day": "2026-12-24", "hours": [] }, { "day": "2026-12-24", "hours": [] }]',
  ],
  [
    'promises.today.remindAfter',
    'must be less than rescueAfter, 120',
    '"today"',
    '"remindAfter": 60',
    '"remindAfter": 120',
  ],
  [
    'promises.today.rescueAfter',
    'must not exceed answerWithin, 240',
    '"today"',
    '"rescueAfter": 120',
    '"rescueAfter": 241',
  ],
  [
    'topics[1].id',
    '“assessment” is already at topics[0].id',
    '"topics"',
    '"id": "guidance"',
    '"id": "assessment"',
  ],
  [
    'services[0].remindDaysBefore',
    'must be less than maxDays, 30',
    '"id": "meals"',
    '"remindDaysBefore": 3',
    '"remindDaysBefore": 30',
  ],
  ['teams[0].care', 'there is no care “house-care”', '"teams"', '"home-care"', '"house-care"'],
  ['assessment.warnOnDay', 'must come before day 7', '"assessment": {', '"warnOnDay": 5', '"warnOnDay": 7'],
  [
    'purgeAfterDays',
    'stands here a second time',
    '"assessment": {',
    '"purgeAfterDays": 30',
    '"purgeAfterDays": 30, "purgeAfterDays": 90',
  ],
];

describe('a county file', () => {
  it('is read whole, and as text or as what the text holds', () => {
    assert.deepEqual(readCounty(good, 'county.json'), pohjoisSavo);
    assert.deepEqual(readCounty(JSON.parse(good), 'county.json'), pohjoisSavo);
  });

  for (const [path, fault, after, from, to] of [...wrongShapes, ...contradictions]) {
    it(`with ${to || 'nothing'} for ${from} is told: ${path}: ${fault}`, () => {
      const { text, line } = changed(good, after, from, to);
      const found = faultsIn(text).find((one) => one.path === path && one.fault === fault);
      assert.deepEqual(found, { line, path, fault }, JSON.stringify(faultsIn(text)));
    });
  }

  it('is told of every region that nothing leads to', () => {
    const text = kymenlaaksoText.replace('"region": "vammaispalvelut"', '"region": "ikaihmiset"');
    assert.deepEqual(
      faultsIn(text).map(({ path, fault }) => [path, fault]),
      [['regions[2]', 'no situation leads to region “vammaispalvelut”']],
    );
  });

  it('is told of a hint that speaks of two life situations', () => {
    const { text, line } = changed(kymenlaaksoText, '"hints"', '"työttöm"', '"vamma"');
    const [fault] = faultsIn(text);
    assert.match(fault?.fault ?? '', /^“vamma” is already at routing\.situations\[0\]\.hints\[1\]$/);
    assert.ok((fault?.line ?? 0) > line);
  });

  it('is told of a client’s own team that is not named for a region', () => {
    const { text } = changed(
      good,
      '"teams"',
      '"care": "home-care",',
      '"care": "home-care", "regions": ["keskinen"],',
    );
    assert.deepEqual(
      faultsIn(text).map(({ fault }) => fault),
      ['etelainen', 'koillinen', 'lantinen', 'pohjoinen'].map(
        (region) => `no team answers for it in region “${region}”`,
      ),
    );
  });

  it('is told that a line which never opens can keep no promise', () => {
    const text = good.replaceAll('[{ "from": "08:00", "to": "16:00" }]', '[]');
    assert.deepEqual(
      faultsIn(text).map(({ path, fault }) => [path, fault]),
      [['opening.week', 'the line is never open']],
    );
  });

  it('is told that an assessment needs categories', () =>
    assert.deepEqual(faultsIn({ ...pohjoisSavo, categories: [] }), [
      { path: 'categories', fault: 'an assessment topic needs categories to choose from' },
    ]));

  const districts: [fault: string, from: string, to: string][] = [
    ['a district must say which place it is part of', '"partOf": "kuopio",', ''],
    ['“maaninka” is a district itself', '"partOf": "kuopio"', '"partOf": "maaninka"'],
    ['its municipality is 298, but “kuopio” is in 297', '"code": "297"', '"code": "298"'],
    ['a municipality is not part of another place', '"kind": "district"', '"kind": "municipality"'],
  ];
  for (const [fault, from, to] of districts) {
    it(`is told: ${fault}`, () => {
      const { text } = changed(good, '"id": "karttula"', from, to);
      const faults = faultsIn(text);
      assert.deepEqual(
        faults.map((one) => [one.path, one.fault]),
        [['routing.places[3]', fault]],
      );
      assert.match(
        text
          .split('\n')
          .slice((faults[0]?.line ?? 0) - 1, (faults[0]?.line ?? 0) + 1)
          .join(),
        /karttula/,
      );
    });
  }

  it('is told all its faults at once, from top to bottom, also what contradicts itself in sound sections', () => {
    let { text } = changed(good, '"id": "etelainen"', '"lantinen"', '"lnatinen"');
    text = changed(text, '"id": "keskinen"', '"code"', '"colour": "red", "code"').text;
    text = changed(text, '"id": "meals"', '"maxDays": 30', '"maxDays": 0').text;
    text = changed(text, '"assessment": {', '"warnOnDay": 5', '"warnOnDay": 9').text;
    const faults = faultsIn(text);
    assert.deepEqual(
      faults.map(({ path }) => path),
      ['regions[0].neighbours[1]', 'regions[1].colour', 'services[0].maxDays', 'assessment.warnOnDay'],
    );
    assert.throws(() => readCounty(text, 'county.json'), /more may be wrong in services\.$/);
  });

  it('names itself, the line and the path in the error', () => {
    const { text, line } = changed(good, '"id": "meals"', '"maxDays": 30', '"maxDays": 0');
    assert.throws(() => readCounty(text, 'pohjois-savo.json'), {
      name: 'CountyFileError',
      message: new RegExp(
        `pohjois-savo\\.json.*\n  line ${line}: services\\[0\\]\\.maxDays: must be at least 1`,
      ),
    });
  });

  it('that is no JSON is told so with its line', () => {
    const { text, line } = changed(good, '"regions"', '"code": "ETE",', '"code": "ETE"');
    assert.deepEqual(faultsIn(text), [
      { line: line + 1, path: '', fault: 'not JSON: expected , or }, found "neighbours"' },
    ]);
  });

  it('without text has no lines, but paths all the same', () =>
    assert.deepEqual(faultsIn({ ...pohjoisSavo, purgeAfterDays: 0 }), [
      { path: 'purgeAfterDays', fault: 'must be at least 1' },
    ]));

  for (const [value, fault] of [
    [null, 'must be an object'],
    [[], 'must be an object'],
    [undefined, 'is missing'],
  ] as const) {
    it(`that holds ${JSON.stringify(value)} ${fault}`, () =>
      assert.deepEqual(faultsIn(value), [{ path: '', fault }]));
  }

  it('that is not there is told with the setting that names it', () =>
    assert.rejects(loadCounty('/no/such/county.json'), {
      name: 'CountyFileError',
      message: /\/no\/such\/county\.json.*\n.*COUNTY_FILE/,
    }));
});
