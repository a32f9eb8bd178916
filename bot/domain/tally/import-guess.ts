/** Guesses which column of an old statistics file is what, from its head: to be looked through by a person. */
import { fold } from '../places/spelling.ts';
import type { CsvTable, Mapping } from './contact-import.ts';
import type { ContactField } from './other-contacts.ts';

/** What such columns are called: in the county's old forms and in our own template, in each language. */
const heads: { readonly [field in ContactField]: readonly string[] } = {
  day: ['päivä', 'pvm', 'päivämäärä', 'aika', 'aikaleima', 'vastausaika', 'dag', 'datum', 'day', 'date'],
  hour: ['tunti', 'kello', 'klo', 'kellonaika', 'timme', 'klockan', 'hour', 'time'],
  channel: ['kanava', 'yhteydenottotapa', 'yhteydenoton tapa', 'yhteydenoton kanava', 'kanal', 'channel'],
  place: [
    'paikka',
    'kunta',
    'asuinkunta',
    'kotikunta',
    'paikkakunta',
    'ort',
    'kommun',
    'place',
    'municipality',
  ],
  region: ['alue', 'område', 'region'],
  topic: ['aihe', 'asia', 'yhteydenoton aihe', 'yhteydenoton syy', 'ärende', 'topic'],
  category: ['asiakasryhmä', 'klientgrupp', 'client group'],
  priority75: ['75', 'yli 75 vuotias', 'över 75 år', 'over 75 years old'],
  urgency: ['kiireellisyys', 'kiire', 'brådska', 'urgency'],
  care: ['nykyinen palvelu', 'asiakkuus', 'nuvarande tjänst', 'present service'],
  role: ['tehtävä', 'ammatti', 'ammattinimike', 'nimike', 'rooli', 'uppgift', 'yrke', 'task', 'title'],
  unit: ['yksikkö', 'työpaikka', 'toimipiste', 'enhet', 'unit'],
  outcomes: [
    'mitä siitä seurasi',
    'vad det ledde till',
    'what came of it',
    'lopputulos',
    'toimenpide',
    'toimenpiteet',
    'tulos',
    'åtgärd',
    'outcome',
  ],
  services: ['myönnetyt palvelut', 'myönnetty palvelu', 'beviljade tjänster', 'services granted'],
  redirects: ['ohjattu muualle', 'mihin ohjattu', 'minne ohjattu', 'hänvisad vidare', 'redirected to'],
};

type Guess = { readonly field: ContactField; readonly head: string; readonly score: number };

/** Every column is one thing at most; the surest guess comes first. */
export function guessMapping({ heads: found }: Pick<CsvTable, 'heads'>): Mapping {
  const fields = Object.keys(heads) as readonly ContactField[];
  const guesses = fields
    .flatMap((field) => found.map((head): Guess => ({ field, head, score: scoreOf(field, head) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const columns: { [field in ContactField]?: string } = {};
  for (const { field, head } of guesses)
    if (columns[field] === undefined && !Object.values(columns).includes(head)) columns[field] = head;
  return { columns, values: {}, unless: {} };
}

/** The whole head is surer than a part of it (`3. Asiakkaan kunta`), and long words than short ones. */
function scoreOf(field: ContactField, head: string): number {
  const words = ` ${fold(head)} `;
  const scores = heads[field].map(fold).map((name) => {
    if (words === ` ${name} `) return 1000 + name.length;
    return words.includes(` ${name} `) ? name.length : 0;
  });
  return Math.max(0, ...scores);
}
