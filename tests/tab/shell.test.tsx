/** The tab's frame: who sees which pages, and what stands there while one waits or nothing comes. */
import assert from 'node:assert/strict';
import { languages } from '../../bot/domain/county.ts';
import { month, personId } from '../../bot/domain/names.ts';
import type { MeView, SummaryView } from '../../bot/domain/views/tab-views.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { pagesFor } from '../../tab/src/all-pages.ts';
import { Outside } from '../../tab/src/app.tsx';
import type { Failure } from '../../tab/src/kit/remote.ts';
import { Failed, Told, Waiting } from '../../tab/src/kit/states.tsx';
import { Shell } from '../../tab/src/shell.tsx';
import { MonthPanel } from '../../tab/src/start/month-panel.tsx';
import { county, noon } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

const [southern, central] = county.regions.map(({ id, name }) => ({ id, name }));
assert.ok(southern && central);
const fi = tabTextsFor('fi');

const employee: MeView = {
  id: personId('niina'),
  name: 'Niina Nurmi',
  supervisor: false,
  advisorIn: [],
  county: county.name,
  line: county.lineName,
};
const advisor: MeView = { ...employee, name: 'Ada Aalto', advisorIn: [southern, central] };
const supervisor: MeView = { ...employee, name: 'Eve Eklund', supervisor: true };
const shell = (me: MeView, texts = fi) =>
  draw(<Shell me={me} texts={texts} server={noServer} openLink={() => undefined} />);

describe('the tab’s shell', () => {
  const roles: readonly (readonly [what: string, me: MeView, pages: readonly string[]])[] = [
    ['an employee', employee, ['start', 'instructions', 'tallies']],
    ['an advisor', advisor, ['now', 'start', 'instructions', 'tallies', 'recording']],
    ['a supervisor', supervisor, ['now', 'start', 'instructions', 'tallies', 'recording', 'settings']],
  ];
  for (const [what, me, names] of roles)
    it(`opens to ${what}: ${names.join(', ')}`, () => {
      assert.deepEqual(
        pagesFor(me).map(({ name }) => name),
        names,
      );
    });

  it('says who one is to the line', () => {
    has(
      wordsOf(shell(employee)),
      'Viranomaislinja',
      'Pohjois-Savon hyvinvointialue',
      'Niina Nurmi Työntekijä',
    );
    has(wordsOf(shell(advisor)), 'Ada Aalto Asiakasohjaaja Eteläinen alue, Keskinen alue');
    has(wordsOf(shell(supervisor)), 'Eve Eklund Esihenkilö');
  });

  it('marks the page that is open, and begins with the first one', () => {
    const markup = shell(supervisor);
    has(markup, '<nav', 'aria-label="Sivut"', '<header', '<main', 'aria-label="Nyt"');
    assert.match(markup, /href="#\/now"[^>]*aria-current="page"/);
    assert.equal(markup.match(/aria-current/g)?.length, 1);
  });

  it('offers an employee what is for everybody, and no way to what is not', () => {
    const markup = shell(employee);
    has(markup, 'href="#/instructions"', 'href="#/tallies"');
    for (const name of ['now', 'recording', 'settings']) assert.ok(!markup.includes(`#/${name}`), name);
  });

  it('shows a person’s name as text, whatever it holds', () => {
    assert.ok(!shell({ ...employee, name: '<img src=x onerror=alert(1)>' }).includes('<img'));
  });

  it('waits visibly, and says so to a screen reader', () => {
    has(draw(<Waiting texts={fi} />), 'aria-label="Haetaan tietoja"', 'aria-busy="true"');
  });

  it('has room for what will be told before it is, so that a screen reader hears it', () => {
    has(draw(<Told />), 'role="status"');
    has(wordsOf(draw(<Told>Tallennettu</Told>)), 'Tallennettu');
  });

  for (const language of languages) {
    const texts = tabTextsFor(language);
    const failures = Object.keys(texts.failed).filter((one): one is Failure => one !== 'heading');
    for (const failure of failures)
      it(`says in ${language} why nothing came (${failure}), and lets one try again`, () => {
        const told = wordsOf(draw(<Failed failure={failure} texts={texts} onAgain={() => undefined} />));
        has(told, texts.failed.heading, texts.failed[failure], texts.tryAgain);
      });

    it(`names its pages in ${language}`, () => {
      has(wordsOf(shell(supervisor, texts)), texts.now.title, texts.pages.start, texts.settings.title);
    });

    it(`explains itself in ${language} outside Teams`, () => {
      has(wordsOf(draw(<Outside texts={texts} />)), texts.outside.heading, texts.outside.text);
    });
  }

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`takes its colours from the theme ${theme}`, () => {
      const background = /--colorNeutralBackground1: (#\w+)/.exec(draw('x', theme))?.[1];
      assert.equal(background, { default: '#ffffff', dark: '#292929', contrast: '#000000' }[theme]);
    });
  }
});

describe('the month on the start page', () => {
  const summary = (change: Partial<SummaryView> = {}): SummaryView => ({
    at: noon,
    month: month('2026-11'),
    contacts: 1234,
    ...change,
  });
  const panel = (change: Partial<SummaryView> = {}) =>
    draw(<MonthPanel summary={summary(change)} texts={fi} />);

  it('is counted for everybody, by region for those on the line', () => {
    has(wordsOf(panel()), 'Yhteydenotot, marraskuu 2026', '1 234 yhteydenottoa');
    assert.ok(!panel().includes('alueittain'));
    const markup = panel({ regions: [{ region: central, contacts: 7 }] });
    has(markup, '<th scope="row"', '<th scope="col"', 'aria-label="Yhteydenotot alueittain"');
    has(wordsOf(markup), 'Keskinen alue 7');
  });

  it('counts one as one, and says in words when there is nothing', () => {
    has(wordsOf(panel({ contacts: 1 })), '1 yhteydenotto ');
    has(wordsOf(panel({ contacts: 0 })), 'Tässä kuussa ei ole vielä yhteydenottoja.');
    has(wordsOf(panel({ contacts: 'hidden' })), 'Koko alueen lukua ei näytetä');
  });
});
