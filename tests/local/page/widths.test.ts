import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Language, languages } from '../../../bot/domain/county.ts';
import type { Json } from '../../../bot/local/service/world.ts';
import type { StandInTeams } from '../../../bot/local/teams.ts';
import { openBrowser } from '../../support/browser.ts';
import { acceptedIn, goldenCards } from '../../support/golden/folder.ts';
import { cardsIn } from '../../support/golden/read.ts';
import { assertFits } from '../../support/widths.ts';
import {
  activitiesOf,
  ada,
  cardMessage,
  cardOf,
  type FakeBot,
  message,
  north,
  teamsWithBot,
  threadIn,
} from '../service/fake-bot.ts';

/** What nothing in this Teams may reach out of, whether that would be seen, cut off or scrolled to. */
const places =
  '.title, .rail, .list, .place-head, .scroll, .thread, .said, .card, .place-foot, .search-panel, .menu-items, .toast, dialog';

const locales = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' } as const;

const accepted = [...acceptedIn(goldenCards).values()].map(cardsIn);
const cardsInOne = 4;
const cardsMessage = (cards: readonly Json[]): Json => ({
  type: 'message',
  attachments: cards.flatMap((card) => cardMessage(card)['attachments']),
});
const longWord = 'vanhuspalvelulakisääteisyysselvityspyyntölomakkeentäyttöohje';

describe('the width of the stand-in Teams', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    ({ teams, bot } = await teamsWithBot({ rates: 'off' }));
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(120_000);
  });
  afterEach(async () => {
    await page.close();
    await bot.stop();
    await teams.stop();
  });

  const open = async (query: string, language: Language = 'fi') => {
    const spoken = await fetch(`${teams.url}/api/as/${ada}/speak`, {
      method: 'POST',
      headers: { origin: teams.url },
      body: JSON.stringify({ locale: locales[language] }),
    });
    assert.equal(spoken.status, 200);
    await page.goto(`${teams.url}/?${query}`);
    await page.locator('.place-head h1').first().waitFor();
  };
  const fits = () => assertFits(page.mainFrame(), places);
  const post = (what: Json) => bot.call('POST', activitiesOf(teams.as(ada).chatId), what);

  for (const language of languages) {
    const cards = accepted.map((each) => each[language] as Json);
    // Teams shows the newest messages only, and takes none of any size
    const messages = [...cards.keys()]
      .filter((nth) => nth % cardsInOne === 0)
      .map((nth) => cardsMessage(cards.slice(nth, nth + cardsInOne)));

    it(`holds every card in a chat on a phone: ${language}`, async () => {
      for (const few of messages) await post(few);
      await open(`left=${ada}&leftTheme=dark`, language);
      await page
        .locator('.card')
        .nth(cards.length - 1)
        .waitFor();
      await fits();
    });

    it(`holds every card in a channel on a phone: ${language}`, async () => {
      for (const few of messages) await bot.call('POST', 'v3/conversations', threadIn(north, few));
      await open(`left=${ada}&leftChannel=${encodeURIComponent(north)}`, language);
      await page
        .locator('.card')
        .nth(cards.length - 1)
        .waitFor();
      await fits();
    });

    it(`holds every form in a dialog on a phone: ${language}`, async () => {
      const parts = cards.flatMap(({ body, actions }) => [
        ...(body as Json[]),
        { type: 'ActionSet', actions: actions ?? [] },
      ]);
      const content = cardOf(parts);
      bot.answer = ({ name }) =>
        name === 'task/fetch'
          ? {
              body: {
                task: {
                  type: 'continue',
                  value: {
                    title: longWord,
                    card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
                  },
                },
              },
            }
          : undefined;
      await post(
        cardMessage(
          cardOf([], [{ type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' } } }]),
        ),
      );
      await open(`left=${ada}`, language);
      await page.getByRole('button', { name: 'Open' }).click();
      await page.locator('dialog .card').waitFor();
      await fits();
    });

    it(`holds words, lists, menus and the search on a phone: ${language}`, async () => {
      bot.answer = ({ name }) => (name === 'composeExtension/query' ? foundAnswer() : undefined);
      await post(message(`${longWord}, **${longWord}**\n\n- ${longWord}\n- https://example.org/${longWord}`));
      await open(`left=${ada}`, language);
      await fits();
      await page.locator('.search-opener').click();
      await page.locator('.search-row').waitFor();
      await fits();
      await page.keyboard.press('Escape');
      await page.locator('.message .tool.more').click();
      await page.getByRole('menuitem').waitFor();
      await fits();
      await page.keyboard.press('Escape');
      await page.locator('.menu summary').click();
      await fits();
      await page.locator('.menu-items button').first().click();
      await page.locator('.place-foot .plain').waitFor();
      await fits();
      for (const section of ['activity', 'chat', 'teams']) {
        await page.locator(`[data-name="rail ${section}"]`).click();
        await fits();
      }
    });
  }

  it('holds a thread with its replies, the box to answer in and a banner', async () => {
    const mention = {
      type: 'mention',
      text: '<at>Ada Advisor</at>',
      mentioned: { id: ada, name: 'Ada Advisor' },
    };
    await open(`left=${ada}`);
    const thread = await bot.call(
      'POST',
      'v3/conversations',
      threadIn(north, { ...message(`<at>Ada Advisor</at> ${longWord}`), entities: [mention] }),
    );
    await bot.call('POST', activitiesOf(thread.body.id), message(longWord));
    await page.locator('.toast').waitFor();
    await fits();
    await page.locator('.toast-body').click();
    await page.locator('.thread .message').nth(1).waitFor();
    await page.locator('.thread .reply').click();
    await page.locator('.thread .composer').waitFor();
    await fits();
    assert.equal(await page.locator('.thread').count(), 1);
  });
});

function foundAnswer() {
  const attachment = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: cardOf([]),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: longWord, text: longWord },
    },
  };
  return {
    body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attachment] } },
  };
}
