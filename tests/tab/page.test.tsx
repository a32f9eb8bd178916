/** The tab's page, in every state, language and role, as the markup that people and screen readers get. */
import assert from 'node:assert/strict';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Status } from '../../bot/domain/case.ts';
import { languages } from '../../bot/domain/county.ts';
import { tabTextsFor } from '../../bot/domain/locales/tab-texts.ts';
import { caseId, month } from '../../bot/domain/names.ts';
import type { MeView, OpenCaseView, RegionSummary, SummaryView } from '../../bot/domain/tab-views.ts';
import { Framed } from '../../tab/src/app.tsx';
import { Outside, Page, type Seen } from '../../tab/src/page.tsx';
import type { Failure, Remote } from '../../tab/src/remote.ts';
import { at, county, noon } from '../support/cases.ts';

const [southern, central] = county.regions.map(({ id, name }) => ({ id, name }));
assert.ok(southern && central);

const employee: MeView = {
  name: 'Niina Nurmi',
  supervisor: false,
  advisorIn: [],
  county: county.name,
  line: county.lineName,
};
const advisor: MeView = { ...employee, name: 'Ada Aalto', advisorIn: [southern, central] };
const supervisor: MeView = { ...employee, name: 'Eve Eklund', supervisor: true };

const openCase = (change: Partial<OpenCaseView> = {}): OpenCaseView => ({
  id: caseId('7KQ4MXU'),
  topic: { fi: 'Huoli-ilmoitus', sv: 'Orosanmälan', en: 'Concern report' },
  status: 'waiting',
  urgency: 'normal',
  waitingSince: at('09:05'),
  answerBy: at('13:05'),
  late: false,
  ...change,
});
const region = (open: readonly OpenCaseView[], contacts = 4): RegionSummary => ({
  region: central,
  contacts,
  open,
});
const summary = (change: Partial<SummaryView> = {}): SummaryView => ({
  at: noon,
  month: month('2026-11'),
  contacts: 1234,
  ...change,
});
const ready = (value: Partial<Seen> = {}): Remote<Seen> => ({
  state: 'ready',
  value: { me: employee, summary: summary(), ...value },
});

/** The page's words alone, one blank between them. */
const wordsOf = (markup: string) =>
  markup
    .replace(/<style.*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#x27;', "'");
const draw = (seen: Remote<Seen>, language: (typeof languages)[number] = 'fi') =>
  renderToStaticMarkup(
    <Framed theme="default">
      <Page seen={seen} texts={tabTextsFor(language)} onRefresh={() => undefined} />
    </Framed>,
  );
const say = (seen: Remote<Seen>, language: (typeof languages)[number] = 'fi') =>
  wordsOf(draw(seen, language));
const has = (text: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in: ${text}`);
};

describe('the tab', () => {
  it('tells an employee who they are, this month’s count and how to ask; no case and no region', () => {
    const told = say(ready());
    has(told, 'Viranomaislinja', 'Pohjois-Savon hyvinvointialue', 'Niina Nurmi', 'Työntekijä');
    has(told, 'Yhteydenotot, marraskuu 2026', '1 234 yhteydenottoa', 'Kysy asiakasohjaajilta');
    assert.ok(!told.includes('Avoimet kysymykset') && !told.includes('alueittain'));
  });

  it('tells an advisor their regions and what is open there', () => {
    const open = [
      openCase({ urgency: 'urgent', late: true }),
      openCase({ id: caseId('AAAAAAA'), status: 'claimed', holder: 'Ada Aalto' }),
      openCase({ id: caseId('BBBBBBB'), status: 'answered', holder: 'Bo Björk' }),
    ];
    const told = say(ready({ me: advisor, summary: summary({ regions: [region(open)] }) }));
    has(told, 'Asiakasohjaaja Eteläinen alue, Keskinen alue', 'Keskinen alue 3 avointa');
    has(told, '7KQ-4MXU Odottaa ottajaa Kiireellinen Myöhässä Huoli-ilmoitus');
    has(told, 'Odottanut ma 23.11. klo 9.05 alkaen Vastaus viimeistään ma 23.11. klo 13.05');
    has(told, 'AAA-AAAA Käsittelyssä Huoli-ilmoitus Ada Aalto hoitaa Vastaus viimeistään');
    has(told, 'BBB-BBBB Vastattu Huoli-ilmoitus Bo Björk hoitaa');
    assert.equal(told.match(/viimeistään/g)?.length, 2, 'an answered case has no deadline left');
    assert.ok(!told.includes('Kysy asiakasohjaajilta'));
  });

  it('gives the counts of the regions as a table that a screen reader can read', () => {
    const markup = draw(ready({ me: supervisor, summary: summary({ regions: [region([], 7)] }) }));
    has(markup, '<th scope="row"', '<th scope="col"', 'aria-label="Yhteydenotot alueittain"');
    has(wordsOf(markup), 'Esihenkilö', 'Keskinen alue 7');
  });

  it('says in words when there is nothing', () => {
    const told = say(ready({ me: advisor, summary: summary({ contacts: 0, regions: [region([], 0)] }) }));
    has(told, 'Tässä kuussa ei ole vielä yhteydenottoja.', 'Ei avoimia kysymyksiä.');
  });

  it('counts one as one', () => {
    const told = say(
      ready({ me: advisor, summary: summary({ contacts: 1, regions: [region([openCase()])] }) }),
    );
    has(told, '1 yhteydenotto ', '1 avoin');
  });

  it('waits visibly, and says so to a screen reader', () => {
    const markup = draw({ state: 'loading' });
    has(markup, 'aria-label="Haetaan tietoja"', 'aria-busy="true"');
  });

  for (const language of languages) {
    const texts = tabTextsFor(language);
    const failures = Object.keys(texts.failed).filter((one): one is Failure => one !== 'heading');
    for (const failure of failures) {
      it(`says in ${language} why nothing came (${failure}), and lets one try again`, () => {
        has(
          say({ state: 'failed', failure }, language),
          texts.failed.heading,
          texts.failed[failure],
          texts.tryAgain,
        );
      });
    }

    it(`names every state of a case in ${language}`, () => {
      for (const status of Object.keys(texts.status) as Status[]) {
        const regions = [region([openCase({ status })])];
        has(say(ready({ summary: summary({ regions }) }), language), texts.status[status]);
      }
    });

    it(`explains itself in ${language} outside Teams`, () => {
      const markup = renderToStaticMarkup(
        <Framed theme="default">
          <Outside texts={texts} />
        </Framed>,
      );
      has(wordsOf(markup), texts.outside.heading, texts.outside.text);
    });
  }

  it('speaks Swedish and English throughout', () => {
    const seen = ready({ me: advisor, summary: summary({ regions: [region([openCase()])] }) });
    has(say(seen, 'sv'), 'Myndighetslinjen', 'Mellersta området', 'Orosanmälan', 'Kontakter, november 2026');
    has(say(seen, 'en'), 'Authority line', 'Central region', 'Concern report', 'Contacts, November 2026');
  });

  it('shows a person’s name as text, whatever it holds', () => {
    const named = { ...employee, name: '<img src=x onerror=alert(1)>' };
    assert.ok(!draw(ready({ me: named })).includes('<img'));
  });

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`takes its colours from the theme ${theme}`, () => {
      const markup = renderToStaticMarkup(<Framed theme={theme}>x</Framed>);
      const background = /--colorNeutralBackground1: (#\w+)/.exec(markup)?.[1];
      assert.equal(background, { default: '#ffffff', dark: '#292929', contrast: '#000000' }[theme]);
    });
  }
});
