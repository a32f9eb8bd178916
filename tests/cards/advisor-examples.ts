/** Every card and dialog of advisors and supervisors, in the states that look different. */
import { advisorDialog } from '../../bot/cards/advisor/advisor-dialogs.ts';
import { caseFoundCard, myCasesCard } from '../../bot/cards/advisor/advisor-lists.ts';
import { channelCard, pointerCard } from '../../bot/cards/advisor/channel-card.ts';
import { handOverAllDialog } from '../../bot/cards/advisor/dialogs/hand-over-all.ts';
import { previewCard } from '../../bot/cards/advisor/preview-card.ts';
import {
  addMembersCard,
  type BoundChannel,
  bindCard,
  bindingsCard,
  editPersonDialog,
  handledCard,
  noticeCard,
  peopleCard,
} from '../../bot/cards/advisor/supervisor-cards.ts';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { draftDialog, draftSavedDialog } from '../../bot/cards/instruction-draft.ts';
import { instructionNewsCard } from '../../bot/cards/instruction-news-card.ts';
import { recordCard, recordingDialog } from '../../bot/cards/recording-dialog.ts';
import { rescueCard } from '../../bot/cards/rings.ts';
import type { Case } from '../../bot/domain/case/case.ts';
import { tick } from '../../bot/domain/case/deadlines.ts';
import type { Details } from '../../bot/domain/case/details.ts';
import type { County, Language } from '../../bot/domain/county.ts';
import { instructionPath } from '../../bot/domain/instructions/citing.ts';
import { careId, caseId, instructionId, placeId, topicId } from '../../bot/domain/names.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import {
  ada,
  answer,
  answers,
  askBack,
  assess,
  at,
  bo,
  caseAfter,
  caseIn,
  cia,
  claim,
  close,
  concern,
  eve,
  facts,
  firstId,
  grant,
  county as home,
  keskinen,
  koillinen,
  lead,
  markRecorded,
  monday,
  noon,
  nurse,
  personOf,
  pohjoinen,
  redirect,
  reply,
  takeOver,
  transfer,
  waitingCase,
} from '../support/cases.ts';
import { citable, citedAnswer, tabLink } from '../support/citations.ts';
import { pressIn } from '../support/presses.ts';

export const mentions = [
  { name: 'Ada Aalto', teamsId: '29:ada' },
  { name: 'Cia Cederberg', teamsId: '29:cia' },
];

const live = { conversation: '19:chat', activity: '1', shown: '1', wanted: 0, tries: 0 } as const;

/** A client who is nobody: planted where identity is sealed, and looked for everywhere else. */
export const planted = {
  name: 'Aino Esimerkki',
  henkilotunnus: '010145-9003',
  address: 'Mallitie 1 A 2, 70100 Kuopio',
  phone: '040 000 0001',
} as const;
export const details: readonly Details[] = [
  { kind: 'contact', callback: '040 000 0002', phones: [planted.phone], emails: ['aino@esimerkki.invalid'] },
  {
    kind: 'concern',
    client: planted,
    report: {
      observed: 'Jääkaappi on tyhjä.\nEi ole syönyt kahteen päivään.',
      since: 'Viime viikosta',
      presentHelp: 'Ei mitään',
      whyNoConsent: 'Ei ymmärrä tilannettaan.',
      reporterPhone: '040 000 0003',
    },
    reporter: personOf(nurse),
  },
];

const urgent = waitingCase({}, { answers: { ...answers, urgency: 'urgent' } });
const flagged = { region: keskinen, flagged: true, misdirected: false } as const;

/** The cases whose channel cards look different. */
export const channelCases: { readonly [state: string]: Case } = {
  waiting: waitingCase(),
  urgent,
  rescued: tick(home, tick(home, urgent, at('09:20')), at('09:40')),
  'care-and-callback': waitingCase(
    {},
    {
      answers: { ...answers, care: careId('informal-care'), callback: '040 000 0002', priority75: 'unknown' },
      destination: flagged,
      hasDetails: true,
    },
  ),
  claimed: caseIn('claimed'),
  replied: caseAfter(claim, askBack, reply),
  'asked-back': caseIn('asked-back'),
  answered: caseIn('answered'),
  cited: caseAfter(claim, { do: 'answer', text: citedAnswer }),
  outcomes: caseAfter(claim, answer, grant, assess, redirect),
  concern: lead(
    waitingCase({}, { concern: { ...facts, basis: 'no-consent', danger: true }, hasDetails: true }),
    claim,
  ),
  'taken-over': caseAfter(claim, [cia, takeOver]),
  transferred: caseAfter(claim, transfer),
  undelivered: {
    ...caseIn('answered'),
    rings: [{ n: 0, at: noon, to: 'asker', about: 'answered', state: 'unsure' }],
    views: { asker: { ...live, state: 'lost' } },
  },
  closed: caseAfter(claim, answer, grant, close),
  'concern-closed': caseAfter(claim, concern, markRecorded, close),
  reopened: lead(caseIn('closed'), [nurse, { do: 'reopen', text: 'Tilanne muuttui.' }]),
  withdrawn: caseIn('withdrawn'),
  purged: tick(home, caseIn('closed'), at('12:00', 60)),
};

const bound: BoundChannel = {
  for: keskinen,
  channelName: 'Keskinen alue',
  boundBy: personOf(eve),
  boundAt: noon,
};

const people = [
  { ...ada, left: false },
  { ...bo, left: true },
  { ...eve, advisorIn: [keskinen, koillinen] },
  { ...nurse },
];

export const entries = [
  { at: at('09:00'), by: personOf(nurse), did: 'ask' },
  { at: at('09:05'), by: personOf(ada), did: 'claim' },
  { at: at('09:06'), by: personOf(ada), did: 'viewDetails' },
  { at: at('10:00'), by: 'line', did: 'remind' },
] as const;

type Named = readonly [name: string, card: Card];

/** Every example in one language, by the name of its golden. */
export function advisorExamples(language: Language): Named[] {
  const county = { ...home, channelLanguage: language };
  return [
    ...channels(county),
    ...dialogs(county),
    ...lists(county),
    ...supervisors(county),
    ...instructions(county),
    ...recordings(county),
  ];
}

function channels(county: County): Named[] {
  return [
    ...Object.entries(channelCases).map(
      ([state, one]): Named => [`channel.${state}`, channelCard(one, county)],
    ),
    ['channel.mentions', channelCard(urgent, county, { mentions })],
    ['channel.pointer', pointerCard(caseAfter(claim, transfer), county)],
    ['preview', previewCard(caseIn('claimed'), 'Kyllä, kahdeksi viikoksi.', county)],
    ['rescue', rescueCard(channelCases['rescued'] ?? urgent, county, county.channelLanguage)],
  ];
}

/** The client's details come with every dialog: only the one that shows them may. */
const wish = { today: monday, open: true, colleagues: [personOf(cia), personOf(bo)], details };

function dialogs(county: County): Named[] {
  const { channelLanguage: language } = county;
  const held = caseAfter(claim, askBack, reply);
  const granted = caseAfter(claim, grant, assess);
  const reported = channelCases['concern'] ?? held;
  const typed = { text: 'Kyllä, ateriat alkavat.', service: 'meals', amount: '9' };
  const said = { refused: 'changed-since', said: 'Asiakas onkin sairaalassa.' } as const;
  const over = {
    refused: 'over-limit',
    most: { amount: 3 },
    service: home.services[0]?.id ?? '',
  } as never;
  const shown = (name: Parameters<typeof advisorDialog>[0], one: Case, more = {}) =>
    advisorDialog(name, one, county, language, { ...wish, ...more }).card;
  return [
    ['dialog.answer', shown('answer', held)],
    ['dialog.answer-again', shown('answer', held, { typed, problem: said })],
    ['dialog.answer-citing', shown('answer', held, { citable: citable.slice(0, 3) })],
    [
      'dialog.answer-citing-again',
      shown('answer', held, { citable, typed: { ...typed, cites: 'page-0,page-1' }, problem: said }),
    ],
    ['dialog.ask-back', shown('askBack', held)],
    ['dialog.take-over', shown('takeOver', held)],
    ['dialog.take-over-free', shown('takeOver', waitingCase())],
    ['dialog.grant', shown('grant', held)],
    ['dialog.grant-closed', shown('grant', held, { open: false, typed, problem: over })],
    ['dialog.assess', shown('assess', held)],
    ['dialog.concern', shown('reportConcern', held)],
    ['dialog.redirect', shown('redirect', held)],
    ['dialog.transfer', shown('transfer', held)],
    ['dialog.hand-over', shown('handOver', held)],
    ['dialog.hand-over-nobody', shown('handOver', held, { colleagues: [] })],
    ['dialog.show-client', shown('showClient', reported)],
    ['dialog.add-reference', shown('addReference', granted)],
    ['dialog.mark-recorded', shown('markRecorded', reported)],
    ['dialog.copy-text', shown('copyText', granted)],
    ['dialog.purged', shown('copyText', channelCases['purged'] ?? held)],
    ['dialog.hand-over-all', handOverAllDialog([held, granted], wish.colleagues, county, language).card],
  ];
}

function lists(county: County): Named[] {
  const { channelLanguage: language } = county;
  const mine = [caseIn('answered'), caseAfter(claim, askBack, reply), lead(urgent, claim)];
  const link = () => 'https://teams.microsoft.com/l/message/19:kanava/1';
  return [
    ['my-cases.none', myCasesCard([], county, language)],
    ['my-cases.some', myCasesCard(mine, county, language, link)],
    ['case-found.open', caseFoundCard(caseIn('claimed'), county, language, link())],
    ['case-found.purged', caseFoundCard(channelCases['purged'] ?? urgent, county, language)],
  ];
}

function instructions({ channelLanguage: language }: County): Named[] {
  const wordings = {
    fi: { title: 'Tilapäisten palvelujen myöntäminen', text: 'Enintään **14 vuorokautta**.' },
    sv: { title: 'Beviljande av tillfälliga tjänster', text: 'Högst **14 dygn**.' },
  };
  const version = { n: 3, at: noon, by: personOf(eve), did: 'publish', wordings } as const;
  const id = instructionId('criteria-tilapaiset-palvelut');
  const page = {
    id,
    subject: 'criteria',
    newest: version,
    published: version,
    owner: personOf(eve),
  } as const;
  const news = (note?: string) => ({ instruction: page, version: { ...version, ...(note && { note }) } });
  const link = tabLink(instructionPath({ id, version: 3 }));
  const wording = {
    title: 'Voiko asiakas saada ateriapalvelun?',
    text: 'Kyllä, kahdeksi viikoksi.\n[•••], soita.',
  };
  const wish = { caseId: caseId(firstId), id: instructionId('draft'), wording };
  const problem = textsFor(language).library.draft.identity;
  return [
    [
      'instruction-news',
      instructionNewsCard(news('Ateriapalvelun raja muuttui: *uusi raja*'), { language, link }),
    ],
    ['instruction-news.plain', instructionNewsCard(news(), { language, link })],
    ['dialog.draft', draftDialog(language, wish).card],
    ['dialog.draft-again', draftDialog(language, { ...wish, subject: 'criteria', problem }).card],
    ['dialog.draft-saved', draftSavedDialog(language, wording.title, link).card],
  ];
}

function recordings(county: County): Named[] {
  const { channelLanguage: language } = county;
  const about = { county, language, key: 'k1' };
  const last = {
    channel: 'email',
    topic: topicId('concern'),
    place: placeId('kaavi'),
    role: 'Lääkäri',
  } as const;
  const sent = {
    key: 'k1',
    channel: 'phone',
    place: 'kuopio',
    topic: 'guidance',
    outcomes: 'guidance,grant',
  };
  const read = pressIn('chat', 'record', sent);
  const typed = read?.verb === 'record' && read.wish.press === 'recorded' && read.wish.contact;
  const faults = [{ field: 'services', fault: 'missing' }] as const;
  return [
    ['recording', recordCard(language)],
    ['dialog.recording-first', recordingDialog(about).card],
    ['dialog.recording', recordingDialog({ ...about, last }).card],
    ['dialog.recording-again', recordingDialog({ ...about, ...(typed && { typed }), faults }).card],
  ];
}

function supervisors(county: County): Named[] {
  const { channelLanguage: language } = county;
  const broken = { ...bound, broken: 'archived' } as const;
  return [
    ['bindings', bindingsCard([bound, { ...broken, for: pohjoinen }], county, language, [koillinen])],
    ['bind.free', bindCard('Yleinen', [], county, language)],
    ['bind.taken', bindCard('Keskinen alue', [bound], county, language)],
    ['people', peopleCard(people, county, language)],
    [
      'edit-person-again',
      editPersonDialog({ ...eve, advisorIn: [] }, county, language, {
        advisorIn: [keskinen],
        supervisor: false,
      }).card,
    ],
    ['edit-person', editPersonDialog({ ...eve, advisorIn: [keskinen] }, county, language).card],
    ['add-members', addMembersCard(keskinen, [personOf(ada), personOf(cia)], county, language)],
    ['add-members.none', addMembersCard(keskinen, [], county, language)],
    ['add-supervisors', addMembersCard('supervisors', [personOf(ada), personOf(cia)], county, language)],
    ['handled', handledCard(caseId(firstId), entries, county, language)],
    ['notice.channel-broken', noticeCard({ about: 'channel-broken', binding: broken }, county, language)],
    [
      'notice.team-broken',
      noticeCard(
        { about: 'channel-broken', binding: broken, also: [{ ...broken, for: 'supervisors' }] },
        county,
        language,
      ),
    ],
    ['notice.channel-renamed', noticeCard({ about: 'channel-renamed', binding: bound }, county, language)],
    [
      'notice.advisor-left',
      noticeCard({ about: 'advisor-left', person: personOf(bo), openCases: 2 }, county, language),
    ],
    [
      'notice.off-the-line',
      noticeCard({ about: 'off-the-line', person: personOf(bo), openCases: 2 }, county, language),
    ],
    ['notice.unbound', noticeCard({ about: 'unbound', region: koillinen }, county, language)],
  ];
}
