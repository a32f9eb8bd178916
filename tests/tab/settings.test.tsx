/** The tab's settings, as markup: people, roles and channels. */
import assert from 'node:assert/strict';
import { languages } from '../../bot/domain/county.ts';
import { day, personId } from '../../bot/domain/names.ts';
import type { BindingView, StaffMember, StaffView } from '../../bot/domain/views/staff-views.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { Channels } from '../../tab/src/settings/channels/channels.tsx';
import { CaseAudit } from '../../tab/src/settings/history/case-audit.tsx';
import { People } from '../../tab/src/settings/people/people.tsx';
import { county, keskinen, monday, noon } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

const member = (change: Partial<StaffMember> = {}): StaffMember => ({
  id: personId('ada'),
  name: 'Ada Aalto',
  advisorIn: [keskinen],
  supervisor: false,
  updater: false,
  left: false,
  bySettings: false,
  ...change,
});
const staff = (change: Partial<StaffView> = {}): StaffView => ({
  today: monday,
  regions: county.regions.map(({ id, name }) => ({ id, name })),
  members: [],
  bindings: [],
  ...change,
});
const onChanged = async () => undefined;
const people = (members: readonly StaffMember[], language: (typeof languages)[number] = 'fi') =>
  draw(
    <People
      staff={staff({ members })}
      texts={tabTextsFor(language)}
      server={noServer}
      onChanged={onChanged}
    />,
  );
const channels = (bindings: readonly BindingView[], language: (typeof languages)[number] = 'fi') =>
  draw(
    <Channels
      staff={staff({ bindings })}
      texts={tabTextsFor(language)}
      server={noServer}
      onChanged={onChanged}
    />,
  );

describe('the settings', () => {
  it('name everybody’s roles in words, and who has left', () => {
    const markup = people([
      member({ updater: true }),
      member({ id: personId('eve'), name: 'Eve Eklund', advisorIn: [], supervisor: true, left: true }),
    ]);
    has(wordsOf(markup), 'Ada Aalto Ohjeiden päivittäjä Asiakasohjaaja: Keskinen alue Poissaolo Muuta');
    has(wordsOf(markup), 'Eve Eklund Esihenkilö Lähtenyt tiimistä');
    has(markup, 'aria-label="Muuta rooleja: Ada Aalto"', '<search');
  });

  it('tell until when an advisor is away, and let that be changed of advisors alone', () => {
    const markup = people([
      member({ lastDayAway: day('2026-12-15') }),
      member({ id: personId('eve'), name: 'Eve Eklund', advisorIn: [], supervisor: true }),
    ]);
    has(wordsOf(markup), 'Asiakasohjaaja: Keskinen alue Poissa 15.12.2026 asti Poissaolo Muuta');
    has(markup, 'aria-label="Poissaolo: Ada Aalto"');
    assert.equal(markup.match(/>Poissaolo</g)?.length, 1);
  });

  it('say when nobody has a role', () => {
    has(wordsOf(people([])), 'Kenelläkään ei ole vielä roolia.');
  });

  it('tell which channel serves whom, and what to do where none does', () => {
    const markup = channels([
      { for: keskinen, channel: { name: 'Keskinen', boundBy: 'Eve Eklund', boundAt: noon } },
      { for: 'supervisors' },
    ]);
    has(wordsOf(markup), 'Keskinen alue Keskinen Kytkenyt Eve Eklund, ma 23.11. klo 12.00 Irrota');
    has(wordsOf(markup), 'Esihenkilöt Ei omaa kanavaa.', 'kirjoita ”liitä kanava”');
    assert.equal(markup.match(/>Irrota</g)?.length, 1);
  });

  for (const language of languages) {
    const texts = tabTextsFor(language);
    it(`say in ${language} what is wrong with a broken channel, and how one is bound`, () => {
      for (const broken of ['deleted', 'archived', 'bot-removed', 'unreachable'] as const) {
        const channel = { name: 'K', boundBy: 'E', boundAt: noon, broken };
        has(
          wordsOf(channels([{ for: keskinen, channel }], language)),
          texts.settings.channels.broken[broken],
          texts.settings.channels.how,
        );
      }
    });
  }

  it('fill in the id that the address names, and search only when told', () => {
    const markup = draw(<CaseAudit texts={tabTextsFor('fi')} server={noServer} first="7KQ4MXU" />);
    has(markup, 'value="7KQ4MXU"');
  });
});
