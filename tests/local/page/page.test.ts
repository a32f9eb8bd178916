import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { StandInTeams } from '../../../bot/local/teams.ts';
import { openBrowser } from '../../support/browser.ts';
import {
  activitiesOf,
  ada,
  bo,
  cardMessage,
  cardOf,
  type FakeBot,
  guest,
  loner,
  message,
  north,
  teamsWithBot,
  threadIn,
} from '../service/fake-bot.ts';

const screens = new URL('../../../.screens/', import.meta.url).pathname;

const choices = ['Low', 'Normal', 'Today'].map((title) => ({ title, value: title.toLowerCase() }));
const formCard = cardOf(
  [
    { type: 'TextBlock', text: 'A question', size: 'large', weight: 'bolder', wrap: true },
    {
      type: 'TextBlock',
      text: 'Check **this** and <b>send</b>.',
      wrap: true,
      isSubtle: true,
      spacing: 'none',
    },
    {
      type: 'Input.Text',
      id: 'question',
      label: 'Question',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Write the question',
    },
    { type: 'Input.ChoiceSet', id: 'urgency', label: 'Urgency', choices, value: 'normal' },
    { type: 'Input.ChoiceSet', id: 'kind', label: 'Kind', style: 'expanded', choices, value: 'low' },
    { type: 'Input.Date', id: 'day', label: 'Day' },
    { type: 'Input.Toggle', id: 'over', title: 'Seventy-five or over' },
    {
      type: 'FactSet',
      facts: [
        { title: 'Place', value: 'Northtown' },
        { title: 'Region', value: 'North' },
      ],
    },
    {
      type: 'Container',
      style: 'attention',
      items: [
        {
          type: 'TextBlock',
          text: 'In danger, call 112 first.',
          wrap: true,
          color: 'attention',
          weight: 'bolder',
        },
      ],
    },
  ],
  [
    { type: 'Action.Execute', title: 'Send', verb: 'ask', data: { draftId: 'd1' } },
    {
      type: 'Action.Submit',
      title: 'Explain',
      associatedInputs: 'none',
      data: { msteams: { type: 'task/fetch' } },
    },
  ],
);
const claimCard = (text: string) =>
  cardOf(
    [
      { type: 'TextBlock', text, size: 'medium', weight: 'bolder', wrap: true },
      { type: 'TextBlock', text: '<at>Ada Advisor</at> meals for two weeks?', wrap: true },
      {
        type: 'Container',
        style: 'emphasis',
        items: [{ type: 'TextBlock', text: 'Waiting · due 10.30', wrap: true }],
      },
    ],
    [
      { type: 'Action.Execute', title: 'Claim', verb: 'claim', data: { caseId: 'k1' } },
      { type: 'Action.Submit', title: 'Answer', data: { caseId: 'k1', msteams: { type: 'task/fetch' } } },
    ],
    {
      msteams: {
        entities: [
          { type: 'mention', text: '<at>Ada Advisor</at>', mentioned: { id: ada, name: 'Ada Advisor' } },
        ],
      },
    },
  );
const dialogCard = cardOf(
  [
    { type: 'TextBlock', text: 'What is the answer?', wrap: true },
    {
      type: 'Input.Text',
      id: 'answer',
      label: 'Answer',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Write the answer',
    },
  ],
  [{ type: 'Action.Submit', title: 'Send the answer', data: { caseId: 'k1' } }],
);

describe('the page of the stand-in Teams', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let tabServer: Server;
  const faults: string[] = [];

  before(async () => {
    mkdirSync(screens, { recursive: true });
    browser = await openBrowser();
    tabServer = await serveTab();
  });
  after(async () => {
    await browser.close();
    tabServer.close();
  });
  beforeEach(async () => {
    ({ teams, bot } = await teamsWithBot({ rates: 'off' }));
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    faults.length = 0;
    page.on('pageerror', (error) => faults.push(error.message));
    bot.answer = async (activity) => {
      if (activity.name === 'adaptiveCard/action')
        return textAnswer(`Taken at ${new Date(0).getUTCFullYear()}`);
      if (activity.name === 'task/fetch') return dialogAnswer();
      if (activity.name === 'task/submit')
        return { body: { task: { type: 'message', value: 'The answer is on its way' } } };
      return undefined;
    };
  });
  afterEach(async () => {
    await context.close();
    await bot.stop();
    await teams.stop();
    assert.deepEqual(faults, []);
  });

  const open = async (query = `left=${ada}`) => {
    page.setDefaultTimeout(120_000);
    await page.goto(`${teams.url}/?${query}`);
    await page.locator('.place-head h1').first().waitFor();
  };
  const shot = (name: string) => page.screenshot({ path: `${screens}teams-${name}.png` });
  const showForm = () => bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(formCard));
  const openThread = async () =>
    (
      await bot.call(
        'POST',
        'v3/conversations',
        threadIn(north, cardMessage(claimCard('A new question'), { summary: 'A new question in the North' })),
      )
    ).body;
  const eventually = async (check: () => Promise<boolean>, what: string) => {
    await assert.doesNotReject(async () => {
      for (let tries = 0; tries < 10_000; tries++) {
        if (await check()) return;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      throw new Error(what);
    });
  };

  /** The page shows one's own words before they are delivered. */
  const heard = (text: string) =>
    eventually(async () => bot.told.at(-1)?.['text'] === text, `the bot did not hear “${text}”`);

  it('lets a person write, fill in the card that comes, and read what its press brings', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Kirjoita viesti' }).fill('May they get meals?\nFor two weeks');
    await page.keyboard.press('Enter');
    await page.getByText('May they get meals?').first().waitFor();
    await heard('May they get meals?\nFor two weeks');

    await showForm();
    const card = page.locator('.card');
    await card.getByText('A question').waitFor();
    await shot('chat-light');
    await card.getByRole('button', { name: 'Send' }).click();
    await card.getByText('Write the question').waitFor();
    assert.equal(bot.last().type, 'message', 'an empty required field does not reach the bot');

    await card.locator('textarea').fill('Meals?');
    await card.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Taken at 1970').waitFor();
    const { data, verb } = bot.last().value['action'] as { data: unknown; verb: string };
    assert.equal(verb, 'ask');
    assert.deepEqual(data, {
      draftId: 'd1',
      question: 'Meals?',
      urgency: 'normal',
      kind: 'low',
      over: 'false',
    });
  });

  it('keeps what is typed in a card while other messages come', async () => {
    await showForm();
    await open();
    const box = page.locator('.card textarea');
    await box.fill('half a sent');
    await bot.call('POST', activitiesOf(teams.as(ada).chatId), message('News'));
    await page.locator('.message', { hasText: 'News' }).waitFor();
    assert.equal(await box.inputValue(), 'half a sent');
  });

  it('draws the bot’s Markdown and nobody’s HTML', async () => {
    await bot.call(
      'POST',
      activitiesOf(teams.as(ada).chatId),
      message('**bold** _leaning_ <img src=x onerror=alert(1)> [site](https://example.org)\n\n- one\n- two'),
    );
    await open();
    const text = page.locator('.message .text');
    assert.equal(await text.locator('strong').textContent(), 'bold');
    assert.equal(await text.locator('a').getAttribute('href'), 'https://example.org');
    assert.equal(await text.locator('li').count(), 2);
    assert.equal(await text.locator('img').count(), 0);
  });

  it('opens a dialog over everything, checks it, submits it and says the last word', async () => {
    const { id } = await openThread();
    assert.ok(id);
    await open(`left=${ada}&leftChannel=${encodeURIComponent(north)}`);
    await page.locator('.card').getByRole('button', { name: 'Answer' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByText('What is the answer?').waitFor();
    await shot('dialog-light');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await dialog.getByText('Write the answer').waitFor();
    await dialog.locator('textarea').fill('Yes');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('The answer is on its way').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(bot.last().value['data'], { caseId: 'k1', answer: 'Yes' });
  });

  it('keeps a card’s secondary buttons behind its dots', async () => {
    const later = (title: string) => ({
      type: 'Action.Execute',
      mode: 'secondary',
      title,
      verb: title.toLowerCase(),
    });
    const card = cardOf(
      [],
      [{ type: 'Action.Execute', title: 'Claim', verb: 'claim' }, later('Transfer'), later('Close')],
    );
    await bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(card));
    await open(`left=${ada}&leftTheme=dark`);
    await page.locator('.card').getByRole('button', { name: 'Lisää' }).click();
    await page.getByRole('menuitem', { name: 'Transfer' }).waitFor();
    await shot('overflow-dark');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Taken at 1970').waitFor();
    assert.equal((bot.last().value['action'] as { verb: string }).verb, 'close');
    assert.equal(await page.getByRole('menuitem').count(), 0);
  });

  it('closes a dialog with Escape, and the rest is out of reach while it is open', async () => {
    await openThread();
    await open(`left=${ada}&leftChannel=${encodeURIComponent(north)}`);
    await page.locator('.card').getByRole('button', { name: 'Answer' }).click();
    const box = page.locator('dialog textarea');
    await eventually(
      async () => box.evaluate((element) => element === document.activeElement),
      'the field has no focus',
    );
    assert.equal(await page.locator('.body').evaluate((element) => (element as HTMLElement).inert), true);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    assert.equal(teams.as(ada).dialog, undefined);
  });

  it('rings the mentioned, and the banner leads to the thread', async () => {
    await open();
    await openThread();
    const toast = page.locator('.toast');
    await toast.getByText('A new question in the North').waitFor();
    await shot('toast');
    await toast.locator('.toast-body').click();
    await page.locator('.thread').getByText('meals for two weeks?').waitFor();
    await shot('channel-light');
  });

  it('shows two people side by side, each in their own language and theme', async () => {
    await showForm();
    await openThread();
    await page.setViewportSize({ width: 1500, height: 850 });
    await open(`left=${ada}&right=${bo}&rightTheme=dark&rightChannel=${encodeURIComponent(north)}`);
    const [left, right] = [page.locator('.pane').nth(0), page.locator('.pane').nth(1)];
    await left.getByRole('textbox', { name: 'Kirjoita viesti' }).waitFor();
    const box = right.getByRole('textbox', { name: 'Starta en tråd' });
    await box.fill('hej alla');
    await box.press('Enter');
    await right.locator('.thread').nth(1).getByText('hej alla').waitFor();
    await heard('<at>Line</at> hej alla');
    await shot('two-sides');
    await left.getByRole('button', { name: 'Tiimit' }).click();
    await left.getByRole('button', { name: 'North' }).click();
    await left.locator('.thread').nth(1).getByText('hej alla').waitFor();
  });

  it('replies in a thread, with or without mentioning the bot', async () => {
    await openThread();
    await open(`left=${bo}&leftChannel=${encodeURIComponent(north)}`);
    await page.getByRole('button', { name: 'Svara' }).click();
    const box = page.getByRole('textbox', { name: 'Svara i tråden' });
    await box.fill('among ourselves');
    await box.press('Enter');
    await page.locator('.thread .message').nth(1).getByText('among ourselves').waitFor();
    const told = bot.told.length;
    await page.locator('.thread').getByLabel('Nämn Line').check();
    await box.fill('tell them');
    await box.press('Enter');
    await page.locator('.thread .message').nth(2).getByText('tell them').waitFor();
    await heard('<at>Line</at> tell them');
    assert.equal(bot.told.length, told + 1);
    await shot('thread-replies');
  });

  it('lets one edit and delete one’s own words', async () => {
    await open();
    const composer = page.getByRole('textbox', { name: 'Kirjoita viesti' });
    await composer.fill('frist');
    await composer.press('Enter');
    const own = page.locator('.message.own');
    await own.hover();
    await own.getByRole('button', { name: 'Muokkaa' }).click();
    await own.locator('textarea').fill('first');
    await own.locator('textarea').press('Enter');
    await own.getByText('first', { exact: true }).waitFor();
    await eventually(
      async () => bot.told.at(-1)?.channelData?.['eventType'] === 'editMessage',
      'the bot did not hear of the edit',
    );
    await own.hover();
    await own.getByRole('button', { name: 'Poista' }).click();
    await own.getByText('Tämä viesti on poistettu.').waitFor();
  });

  it('changes language, person and theme, and remembers them in the address', async () => {
    await open();
    await page.getByLabel('Kieli').selectOption('sv-SE');
    await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
    assert.equal(teams.as(ada).person.locale, 'sv-SE');
    await page.getByLabel('Tema').selectOption('contrast');
    await eventually(
      async () => (await page.locator('.pane').getAttribute('data-theme')) === 'contrast',
      'no contrast',
    );
    await page.getByLabel('Vem är du').selectOption(guest);
    await page.getByRole('textbox', { name: 'Type a message' }).waitFor();
    assert.match(page.url(), new RegExp(`left=${guest}.*leftTheme=contrast`));
  });

  it('says when the app is blocked, and lets one change one’s mind', async () => {
    await open();
    await page.getByLabel('Lisää').click();
    await page.getByRole('button', { name: 'Estä sovellus' }).click();
    await page.getByText('Olet estänyt tämän sovelluksen.').waitFor();
    assert.equal((await bot.call('POST', activitiesOf(teams.as(ada).chatId), message('x'))).status, 403);
    await page.getByRole('button', { name: 'Poista esto' }).last().click();
    await page.getByRole('textbox', { name: 'Kirjoita viesti' }).waitFor();
  });

  it('hosts the tab: context, a real token, and theme changes', async () => {
    teams.tabUrl = `http://127.0.0.1:${(tabServer.address() as AddressInfo).port}/?host=${teams.url}`;
    await context.route(/^https:/, (route) => route.abort()); // teams-js asks a CDN for domains
    await open();
    await page.getByRole('button', { name: 'Tab', exact: true }).first().click();
    const frame = page.frameLocator('.tab-frame');
    await frame.locator('#context', { hasText: `${ada} ${teams.tenantId} fi-fi default` }).waitFor();
    await frame.locator('#token', { hasText: 'eyJ' }).waitFor();
    await page.getByLabel('Teema').selectOption('dark');
    await frame.locator('#theme', { hasText: 'dark' }).waitFor();
    await page.getByRole('button', { name: 'Keskustelu' }).click();
    await page.getByRole('textbox', { name: 'Kirjoita viesti' }).waitFor();
  });

  it('opens a thread that the tab leads to in the same Teams, wherever it stands', async () => {
    const { id } = await openThread();
    const [, message = ''] = String(id).split(';messageid=');
    // the newest stand at the end: the one that is wanted has to be found
    for (let n = 0; n < 8; n++) await openThread();
    const thread = `https://teams.microsoft.com/l/message/${encodeURIComponent(north)}/${message}`;
    const host = encodeURIComponent(teams.url);
    teams.tabUrl = `http://127.0.0.1:${(tabServer.address() as AddressInfo).port}/?host=${host}&link=${encodeURIComponent(thread)}`;
    await context.route(/^https:/, (route) => route.abort());
    await open();
    await page.getByRole('button', { name: 'Tab', exact: true }).first().click();
    await page.frameLocator('.tab-frame').locator('#link').click();
    const wanted = page.locator(`.thread[data-key="${message}"]`);
    await eventually(
      () => wanted.evaluate((found) => found === document.activeElement),
      'the thread is sought',
    );
    assert.equal(await wanted.getByText('meals for two weeks?').isVisible(), true);
    assert.equal(context.pages().length, 1, 'no second Teams was opened');
  });

  it('fits a phone, light and dark', async () => {
    await showForm();
    await openThread();
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    await page.locator('.card').waitFor();
    const fits = async (part: Locator) =>
      (await part.evaluate((element) => element.scrollWidth - element.clientWidth)) <= 0;
    assert.ok(await fits(page.locator('body')), 'the page is wider than the phone');
    assert.ok(await fits(page.locator('.scroll')), 'the chat is wider than the phone');
    const atEnd = () =>
      page
        .locator('.scroll')
        .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2);
    await eventually(atEnd, 'the chat does not open at its newest');
    await shot('phone-light');
    await page.getByLabel('Teema').selectOption('dark');
    await page.getByRole('button', { name: 'Tiimit' }).click();
    await page.getByRole('button', { name: 'North' }).click();
    await page.locator('.thread').waitFor();
    assert.ok(await fits(page.locator('.scroll')), 'the channel is wider than the phone');
    await shot('phone-dark-channel');
    await page.getByRole('button', { name: 'Takaisin' }).click();
    await page.getByRole('button', { name: 'North' }).waitFor();
    await shot('phone-dark-list');
  });

  it('looks like Teams in the dark and in high contrast', async () => {
    await showForm();
    await openThread();
    await open(`left=${ada}&leftTheme=dark`);
    await page.locator('.card').waitFor();
    await shot('chat-dark');
    await open(`left=${ada}&leftTheme=contrast&leftChannel=${encodeURIComponent(north)}`);
    await page.locator('.card').waitFor();
    await shot('channel-contrast');
  });

  it('tells a person without a team so', async () => {
    await open(`left=${loner}`);
    await page.getByText('Sovellusta ei ole vielä lisätty').waitFor();
    await page.getByRole('button', { name: 'Tiimit' }).click();
    await page.getByText('Et kuulu mihinkään tiimiin.').first().waitFor();
  });

  it('answers nobody but its own page', async () => {
    const act = (headers: Record<string, string>) =>
      fetch(`${teams.url}/api/as/${ada}/block`, { method: 'POST', headers, body: '{}' });
    assert.equal((await act({ origin: 'https://elsewhere.example' })).status, 403);
    assert.equal((await act({ origin: teams.url })).status, 200);
  });
});

function textAnswer(value: string) {
  return { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value } };
}

function dialogAnswer() {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: dialogCard };
  return {
    body: { task: { type: 'continue', value: { title: 'Answer the question', width: 'medium', card } } },
  };
}

/** A tab of a few lines on the real teams-js, which must find its host in order. */
async function serveTab(): Promise<Server> {
  const library = readFileSync(
    new URL('../../../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js', import.meta.url),
  );
  const html = `<!doctype html><p id="context"></p><p id="token"></p><p id="theme"></p><button id="link" disabled></button><script src="/teams.js"></script><script type="module">
    const { app, authentication } = microsoftTeams;
    const show = (id, text) => { document.getElementById(id).textContent = text; };
    await app.initialize([new URLSearchParams(location.search).get('host')]);
    app.registerOnThemeChangeHandler((theme) => show('theme', theme));
    const { user, app: { locale, theme } } = await app.getContext();
    show('context', [user.id, user.tenant.id, locale, theme].join(' '));
    show('token', await authentication.getAuthToken());
    const link = new URLSearchParams(location.search).get('link');
    const button = document.getElementById('link');
    button.onclick = () => app.openLink(link);
    button.disabled = false;
    app.notifySuccess();
  </script>`;
  const server = createServer(({ url }, response) => {
    const isLibrary = url === '/teams.js';
    response.writeHead(200, { 'content-type': isLibrary ? 'text/javascript' : 'text/html' });
    response.end(isLibrary ? library : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
