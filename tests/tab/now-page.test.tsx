/** The tab's page of this moment, as markup. */
import assert from 'node:assert/strict';
import { addDays } from '../../bot/domain/calendar.ts';
import type { Status } from '../../bot/domain/case/case.ts';
import { languages } from '../../bot/domain/county.ts';
import { caseId } from '../../bot/domain/names.ts';
import type { CaseRow, NowView, Undelivered, UndeliveredRow } from '../../bot/domain/views/now-views.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { Situation } from '../../tab/src/now/now-page.tsx';
import { at, county, keskinen, koillinen, monday, noon } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

const topic = { fi: 'Huoli-ilmoitus', sv: 'Orosanmälan', en: 'Concern report' };
const thread = 'https://teams.microsoft.com/l/message/19%3Ax/1';
const row = (change: Partial<CaseRow> = {}): CaseRow => ({
  id: caseId('7KQ4MXU'),
  region: keskinen,
  topic,
  thread,
  status: 'waiting',
  urgency: 'normal',
  waitingSince: at('09:05'),
  answerBy: at('13:05'),
  promised: 'later',
  ...change,
});
const stuck = (change: Partial<UndeliveredRow> = {}): UndeliveredRow => ({
  id: caseId('AAAAAAA'),
  region: keskinen,
  topic,
  what: ['asker-card'],
  asker: 'Niina Nurmi',
  ...change,
});
const view = (change: Partial<NowView> = {}): NowView => ({
  at: noon,
  regions: county.regions.map(({ id, name }) => ({ id, name })),
  open: [],
  undelivered: [],
  running: [],
  ...change,
});
function page(
  change: Partial<NowView> = {},
  language: (typeof languages)[number] = 'fi',
  stale = false,
): string {
  const texts = tabTextsFor(language);
  return draw(
    <Situation
      view={view(change)}
      texts={texts}
      stale={stale}
      server={noServer}
      openLink={() => undefined}
      onAgain={async () => undefined}
    />,
  );
}

describe('the page of this moment', () => {
  it('tells of each open question where it stands, and the way to its thread', () => {
    const markup = page({
      open: [
        row({ urgency: 'urgent', promised: 'late' }),
        row({ id: caseId('BBBBBBB'), status: 'claimed', holder: 'Ada Aalto', promised: 'soon' }),
        row({ id: caseId('CCCCCCC'), status: 'answered', holder: 'Bo Björk', promised: 'answered' }),
      ],
    });
    const told = wordsOf(markup);
    has(told, '7KQ-4MXU Odottaa ottajaa Kiireellinen Myöhässä Huoli-ilmoitus · Keskinen alue');
    has(told, 'Odottanut ma 23.11. klo 9.05 alkaen Vastaus viimeistään ma 23.11. klo 13.05 Avaa Teamsissa');
    has(told, 'BBB-BBBB Käsittelyssä Aika täyttyy pian', 'Ada Aalto hoitaa Vastaus viimeistään');
    has(told, 'CCC-CCCC Vastattu', 'Bo Björk hoitaa Avaa Teamsissa');
    assert.equal(told.match(/viimeistään/g)?.length, 2, 'an answered question has no deadline left');
    has(markup, `href="${thread}"`, 'aria-label="Avaa Teamsissa: kysymys 7KQ-4MXU"');
  });

  it('has no link to a thread that is not there yet', () => {
    const { thread: _, ...bare } = row();
    assert.ok(!page({ open: [bare] }).includes('Avaa Teamsissa'));
  });

  it('says the situation in figures', () => {
    const told = wordsOf(
      page({
        open: [
          row(),
          row({ id: caseId('BBBBBBB'), promised: 'late' }),
          row({ id: caseId('CCCCCCC'), promised: 'soon', status: 'claimed' }),
        ],
        undelivered: [stuck()],
      }),
    );
    has(told, 'Odottaa ottajaa 2 Aika täyttyy pian 1 Myöhässä 1 Ei perillä 1 Palveluja voimassa 0');
  });

  it('tells what did not arrive, and offers to send it again', () => {
    const markup = page({ undelivered: [stuck()] });
    has(wordsOf(markup), 'AAA-AAAA', 'Kysyjän kortti (Niina Nurmi)', 'Lähetä uudelleen');
    has(markup, 'aria-label="Lähetä uudelleen: kysymys AAA-AAAA"');
  });

  it('lists what runs today as a table', () => {
    const running = {
      ...{
        id: caseId('7KQ4MXU'),
        region: koillinen,
        topic,
        n: 0,
        amount: 2,
        from: monday,
        to: addDays(monday, 13),
      },
      service: { fi: 'Ateriapalvelu', sv: 'Måltidstjänst', en: 'Meals' },
      unit: { fi: 'ateriaa päivässä', sv: 'måltider per dag', en: 'meals a day' },
    };
    const markup = page({ running: [running] });
    has(markup, '<th scope="row"', 'scope="col"');
    has(wordsOf(markup), 'Ateriapalvelu 2 ateriaa päivässä 23.11.–6.12. Koillinen alue 7KQ-4MXU');
  });

  it('says in words when there is nothing', () => {
    has(
      wordsOf(page()),
      'Kaikki viestit ovat menneet perille.',
      'Ei avoimia kysymyksiä.',
      'Ei voimassa olevia tilapäisiä palveluja.',
    );
  });

  it('says so when nothing newer can be had, and shows what it has', () => {
    has(wordsOf(page({ open: [row()] }, 'fi', true)), 'Uusia tietoja ei juuri nyt saada.', '7KQ-4MXU');
  });

  it('offers a choice of regions only where there are several', () => {
    has(page(), '<select');
    assert.ok(!page({ regions: view().regions.slice(0, 1) }).includes('<select'));
  });

  for (const language of languages) {
    const texts = tabTextsFor(language);
    it(`names every state of a case and everything undelivered in ${language}`, () => {
      for (const status of Object.keys(texts.status) as Status[])
        has(wordsOf(page({ open: [row({ status })] }, language)), texts.status[status]);
      for (const what of Object.keys(texts.now.undelivered.to) as Undelivered[])
        has(
          wordsOf(page({ undelivered: [stuck({ what: [what] })] }, language)),
          texts.now.undelivered.to[what]('Niina Nurmi'),
        );
    });
  }
});
