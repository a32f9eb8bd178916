/** Draws the pictures of the guides from what people see, in the guide's own language. */
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { regionId } from '../../bot/domain/names.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import { talliesFi } from '../../bot/words/tab/fi/tallies.ts';
import { talliesSv } from '../../bot/words/tab/sv/tallies.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { fiTexts } from '../../manifest/texts-fi.ts';
import { svTexts } from '../../manifest/texts-sv.ts';
import { openPictureLine, type PictureLine, pictureTime } from './picture-line.ts';

/** The guides of an employee's roles; the operator's is infra/README.md. */
export const guideRoles = ['asker', 'advisor', 'supervisor'] as const;
export const guideLanguages = ['fi', 'sv'] as const;
export type GuideLanguage = (typeof guideLanguages)[number];

export const guideFolder = fileURLToPath(new URL('../../infra/guides/', import.meta.url));

/** Each is drawn once in every language, as `<name>.<language>.png`. */
export const guidePictures = [
  'asker-question',
  'asker-card',
  'advisor-card',
  'advisor-answer',
  'supervisor-settings',
  'supervisor-tallies',
] as const;
type GuidePicture = (typeof guidePictures)[number];

const region = regionId('pohjoinen');
const said = {
  fi: {
    question: 'Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?',
    topic: 'Ohjaus tai konsultaatio',
    answer: 'Kyllä voi. Teemme päätöksen tänään ja ilmoitamme siitä asiakkaalle.',
    tallies: talliesFi,
    app: fiTexts,
  },
  sv: {
    question: 'Kan en klient som bor i Idensalmi få måltidsservice i två veckor?',
    topic: 'Handledning eller konsultation',
    answer: 'Ja, det går bra. Vi fattar beslutet i dag och meddelar klienten.',
    tallies: talliesSv,
    app: svTexts,
  },
} as const;

type Shooting = {
  readonly line: PictureLine;
  readonly browser: Browser;
  readonly language: GuideLanguage;
  /** Of that part of the page; of a long one, only down to `end`. */
  shoot(name: GuidePicture, what: Locator, end?: Locator): Promise<void>;
};

export async function takeGuidePictures(browser: Browser, language: GuideLanguage): Promise<void> {
  const line = await openPictureLine(language);
  const shoot = async (name: GuidePicture, what: Locator, end?: Locator) => {
    // a card is drawn again as its case goes on: what is in sight is pictured, not an element that may be gone
    await line.teams.settled();
    const whole = await restingPlace(what);
    const last = end && (await restingPlace(end));
    const clip = last ? { ...whole, height: last.y + last.height + 12 - whole.y } : whole;
    await what.page().screenshot({ path: `${guideFolder}pictures/${name}.${language}.png`, clip });
  };
  try {
    const shooting = { line, browser, language, shoot };
    await takeQuestion(shooting);
    await takeSupervisor(shooting);
  } finally {
    await line.stop();
  }
}

/** One question from the asker to the advisor and back. */
async function takeQuestion({ line, browser, language, shoot }: Shooting): Promise<void> {
  const texts = textsFor(language);
  const { question, topic, answer } = said[language];
  const asker = await openPane(browser, line, { person: line.town.askers[0]?.id ?? '', height: 1300 });
  const advisor = await openPane(browser, line, {
    person: line.town.advisors.find((one) => one.region === region)?.id ?? '',
    channel: line.town.channelOf(region),
  });
  await asker.locator('.composer textarea, textarea').last().fill(question);
  await asker.keyboard.press('Enter');
  await asker.getByLabel(texts.asker.question.topic).selectOption({ label: topic });
  await shoot('asker-question', newestCard(asker), asker.getByLabel(texts.asker.question.urgency));
  await button(newestCard(asker), texts.asker.question.send).click();
  await advisor.getByText(question).waitFor();
  await button(newestCard(advisor), texts.advisor.action.claim).click();
  await button(newestCard(advisor), texts.advisor.action.answer).waitFor();
  await shoot('advisor-card', newestCard(advisor));
  await button(newestCard(advisor), texts.advisor.action.answer).click();
  const dialog = advisor.getByRole('dialog');
  await dialog.getByLabel(texts.advisor.dialog.answerText).fill(answer);
  await shoot('advisor-answer', dialog);
  await dialog.getByRole('button', { name: texts.advisor.dialog.send }).click();
  await asker.getByText(answer).first().waitFor();
  await shoot('asker-card', newestCard(asker));
}

/** The tab as a supervisor sees it. */
async function takeSupervisor({ line, browser, language, shoot }: Shooting): Promise<void> {
  const { tallies, app } = said[language];
  const page = await openPane(browser, line, { person: line.town.supervisor.id, width: 640, height: 740 });
  await page.getByRole('button', { name: app.tab, exact: true }).last().click();
  const tab = page.frameLocator('iframe').first();
  await tab.getByRole('link', { name: tabTextsFor(language).settings.title }).click();
  const { people, channels } = tabTextsFor(language).settings;
  for (const name of [people.heading, channels.heading])
    await tab.getByRole('heading', { name, exact: true }).waitFor();
  await shoot('supervisor-settings', page.locator('.tab-host'));
  await tab.getByRole('link', { name: tallies.title }).click();
  await tab.getByRole('heading', { name: tallies.run.heading }).waitFor();
  await shoot('supervisor-tallies', page.locator('.tab-host'));
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where something is once two looks in a row find it in the same place. */
async function restingPlace(what: Locator, triesLeft = 100, before?: Box): Promise<Box> {
  const now = (await what.boundingBox()) ?? undefined;
  if (now && isDeepStrictEqual(now, before)) return now;
  if (triesLeft === 0) throw new Error(`There is nothing to take a picture of: ${what}`);
  await what.page().waitForTimeout(200);
  return restingPlace(what, triesLeft - 1, now);
}

type PaneWish = {
  readonly person: string;
  readonly channel?: string;
  readonly width?: number;
  readonly height?: number;
};

async function openPane(browser: Browser, line: PictureLine, wish: PaneWish): Promise<Page> {
  const { person, channel, width = 560, height = 900 } = wish;
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime(pictureTime);
  const address = new URL(line.teams.url);
  address.searchParams.set('left', person);
  if (channel) address.searchParams.set('leftChannel', channel);
  await page.goto(String(address));
  await page.locator('.ac-adaptiveCard').first().waitFor();
  return page;
}

const newestCard = (page: Page) => page.getByRole('log').locator('.ac-adaptiveCard').last();
const button = (card: Locator, name: string) => card.getByRole('button', { name, exact: true }).last();
