/** Every verb of every card is in the table, those of cards sent long ago too; what is not there does not compile. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { channelCard } from '../../bot/cards/advisor/channel-card.ts';
import { actNow, openDialog, sendNow, submit } from '../../bot/cards/elements/actions.ts';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { questionDialog } from '../../bot/cards/extension/question.ts';
import { monthReportCard } from '../../bot/cards/month-report-card.ts';
import { setupBoard } from '../../bot/cards/setup/board.ts';
import { advisorsDialog, channelsDialog } from '../../bot/cards/setup/dialogs.ts';
import { testCard } from '../../bot/cards/setup/test-card.ts';
import type { PressPlace } from '../../bot/cards/verbs/read-press.ts';
import { verbs } from '../../bot/cards/verbs/verbs.ts';
import { decide } from '../../bot/domain/case/decide.ts';
import { month, personId } from '../../bot/domain/names.ts';
import { noRoles } from '../../bot/domain/roles.ts';
import type { SetupView } from '../../bot/domain/setup/setup.ts';
import { compact } from '../../bot/domain/tally/facts.ts';
import { monthReport } from '../../bot/domain/tally/month-report.ts';
import type { Handlers } from '../../bot/teams/actions/handler.ts';
import { handlers } from '../../bot/teams/actions/handlers.ts';
import { nodesOf } from '../support/card-checks.ts';
import {
  ada,
  caseIn,
  claim,
  county,
  eve,
  keskinen,
  lead,
  noon,
  personOf,
  waitingCase,
} from '../support/cases.ts';
import { filledPresses, pressIn } from '../support/presses.ts';
import { advisorExamples } from './advisor-examples.ts';
import { askerExamples, draft } from './asker-examples.ts';

const language = 'fi';
const reading = { county, language } as const;
const check = { id: 'one', sentBy: personOf(eve), sentAt: noon };
const channel = { name: 'Alue' };
const view: SetupView = {
  at: noon,
  regions: county.regions.map(({ id }) => ({
    region: id,
    channel,
    advisors: ['Ada Aalto'],
    check: { ...check, failed: 'app-missing' },
  })),
  unconfirmed: [],
  drafts: 0,
};
const october = monthReport(month('2026-10'), compact([]), {}, noon);
const nothing = {
  channels: [],
  unreached: [],
  bound: new Map(),
  boundNames: new Map(),
  suggested: new Map(),
};
const regions = county.regions.map(({ id }) => id);

const askersCards = new Map<string, Card>([
  ...askerExamples(language),
  ['extension-question', questionDialog({ ...reading, draft, open: true }).card],
]);
const othersCards = new Map<string, Card>([
  ...advisorExamples(language),
  ['channel.callback-wished', channelCard(lead(waitingCase({ wantsCallback: true }), claim), county)],
  ['month-report', monthReportCard(october, { ...reading, tabLink: 'https://teams.example' })],
  ['setup.board', setupBoard(view, county, language, { settings: 'https://x', instructions: 'https://x' })],
  ['setup.channels', channelsDialog({ ...reading, ...nothing }).card],
  ['setup.advisors', advisorsDialog({ ...reading, regions, region: keskinen, people: [personOf(ada)] }).card],
  ['setup.test', testCard({ region: keskinen, check }, county)],
]);

describe('the verbs of the cards of today', () => {
  const all = [
    ...[...askersCards].map(([name, card]) => ({ name, card, place: 'chat' as const })),
    ...[...othersCards].map(([name, card]) => ({ name, card, place: 'channel' as const })),
  ];
  for (const { name, card, place } of all) {
    it(`of ${name} are read as they are spelled, for those whose card it is`, () => {
      for (const { verb, data } of filledPresses(card)) {
        const read = pressIn(place, verb, data);
        assert.ok(read && read.verb === verb, `${verb} is read as ${read?.verb}`);
        // those who work on the line record from their own menu
        if (verb === 'record') continue;
        assert.equal(verbs[read.verb].who === 'asker', place === 'chat', `${verb} stands on ${name}`);
      }
    });
  }

  it('stand on a card each: none is left in the table that nobody can press', () => {
    const pressed = new Set(all.flatMap(({ card }) => filledPresses(card)).map(({ verb }) => verb));
    assert.deepEqual(
      Object.keys(verbs).filter((verb) => !pressed.has(verb)),
      [],
    );
  });

  it('open a dialog exactly where the table says so', () => {
    const opening = all
      .flatMap(({ card }) => filledPresses(card))
      .flatMap(({ verb, data }) => (data['opens'] === 'dialog' ? [verb] : []));
    const told = Object.entries(verbs).flatMap(([verb, entry]) => ('opens' in entry ? [verb] : []));
    assert.deepEqual([...new Set(opening)].toSorted(), told.toSorted());
  });

  it('fall back to themselves in a client that knows no Action.Execute', () => {
    const executes = all.flatMap(({ card }) => nodesOf(card)).filter(({ type }) => type === 'Action.Execute');
    assert.ok(executes.length > 0);
    for (const { verb, data, fallback } of executes)
      assert.deepEqual((fallback as { readonly data: object }).data, { ...(data as object), verb });
  });
});

type OldPress = {
  readonly card: string;
  readonly where: PressPlace;
  readonly verb: string;
  readonly data: object;
  readonly wish: object;
};

/** Cards stay where they were sent, for good: a line of it is never changed and never goes. */
const olds = readFileSync(new URL('presses-of-0.1.0.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): OldPress => JSON.parse(line));

describe('the verbs of the cards of version 0.1.0', () => {
  for (const { card, where, verb, data, wish } of olds) {
    it(`mean today what they meant: ${verb} of ${card} with ${Object.keys(data).join(', ') || 'nothing'}`, () => {
      for (const sent of [data, { ...data, verb }]) {
        const read = pressIn(where, verb, sent);
        assert.deepEqual(asJson(read?.wish), wish);
      }
    });
  }
});

const asJson = (wish: unknown): unknown =>
  JSON.parse(JSON.stringify(wish, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value)));

describe('the table of verbs', () => {
  it('has a handler for each, and none besides', () => {
    assert.deepEqual(Object.keys(handlers), Object.keys(verbs));
  });

  it('tells who may press what changes a case as the rules tell it to somebody who is neither', () => {
    const stranger = { id: personId('zed'), name: 'Zed', ...noRoles };
    const one = caseIn('claimed');
    const told = olds.flatMap(({ where, verb, data }) => {
      const read = pressIn(where, verb, data);
      if (read?.wish.press !== 'command') return [];
      const refused = decide(one, read.wish.command, stranger, { now: noon, county });
      // advisors may reopen too, from cards of their own
      const isAskersAlone = verbs[read.verb].who === 'asker' && read.verb !== 'reopen';
      const expected = isAskersAlone ? 'not-yours' : 'no-role';
      assert.equal('refused' in refused && refused.refused, expected, read.verb);
      return [read.verb];
    });
    assert.ok(new Set(told).size > 15, `only ${told} were tried`);
  });

  it('does not compile with a verb that has no handler, or a handler that has no verb', () => {
    const { claim: _, ...rest } = handlers;
    // @ts-expect-error `claim` has no owner
    const without: Handlers = rest;
    // @ts-expect-error `wave` is no verb
    const besides: Handlers = { ...handlers, wave: handlers.claim };
    assert.ok(without && besides);
  });

  it('does not compile with a handler that expects what another verb means', () => {
    // @ts-expect-error a claim holds no draft to send
    const wrong: Handlers = { ...handlers, claim: handlers.ask };
    assert.ok(wrong);
  });

  it('does not compile with a button whose verb is not in it, or opens no dialog', () => {
    // @ts-expect-error `wave` is no verb
    const now = [actNow('x', 'wave', {})];
    // @ts-expect-error `wave` is no verb
    const sending = [sendNow('x', 'wave', {})];
    // @ts-expect-error `wave` is no verb
    const submitting = [submit('x', 'wave')];
    // @ts-expect-error a claim happens at once
    const opening = [openDialog('x', 'claim')];
    assert.ok(now && sending && submitting && opening);
  });
});
