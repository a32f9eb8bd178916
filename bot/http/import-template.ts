/** An empty statistics file to be filled in: every column by its name, and two rows to go by. */
import type { Language } from '../domain/county.ts';
import type { ContactField } from '../domain/tally/other-contacts.ts';
import type { ChoiceView, RecordingView } from '../domain/views/recording-views.ts';
import { importTextsFor } from '../words/tab/recording-import-texts.ts';
import { recordingTextsFor } from '../words/tab/recording-texts.ts';
import { tabTextsFor } from '../words/tab/tab-texts.ts';
import type { Answer } from './answers.ts';
import { csvOf } from './csv.ts';

export function importTemplate(form: RecordingView, language: Language): Answer {
  const say = importTextsFor(language);
  const rows = examples(form, language);
  const fields = Object.keys(say.columns) as readonly ContactField[];
  return {
    status: 200,
    body: csvOf([
      fields.map((field) => say.columns[field]),
      ...rows.map((row) => fields.map((field) => row[field] ?? '')),
    ]),
    type: 'text/csv; charset=utf-8',
    fileName: `${say.template.file}.csv`,
  };
}

type TemplateRow = { readonly [field in ContactField]?: string };

function examples(form: RecordingView, language: Language): readonly TemplateRow[] {
  const { channel, outcome, priority75 } = recordingTextsFor(language);
  const { urgency } = tabTextsFor(language);
  const name = (all: readonly ChoiceView[]) => all[0]?.name[language] ?? '';
  const usual = { topic: name(form.topics), urgency: urgency.normal };
  return [
    {
      ...usual,
      ...{ day: '7.1.2025', hour: '9', channel: channel.phone, place: name(form.places) },
      ...{ priority75: priority75.yes, category: name(form.categories), care: name(form.cares) },
      ...{ outcomes: `${outcome.guidance}, ${outcome.grant}`, services: name(form.services) },
    },
    {
      ...usual,
      ...{ day: '8.1.2025', hour: '13', channel: channel.email, region: name(form.regions) },
      ...{ priority75: priority75.unknown, outcomes: outcome.redirect, redirects: name(form.redirects) },
    },
  ];
}
