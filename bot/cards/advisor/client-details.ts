/** What a case holds sealed, laid out for the dialog that shows it: the only place where a client is named. */
import type { ClientIdentity, Details } from '../../domain/case/details.ts';
import type { Moment } from '../../domain/names.ts';
import { type Element, facts, plain, remark, ruled } from '../elements/elements.ts';
import { type Reading, whenText } from '../wording/case-words.ts';

/** `at` is when it was given. */
export function detailsElements(
  reading: Reading,
  details: readonly (Details & { readonly at?: Moment })[],
): Element[] {
  const say = reading.texts.advisor.dialog;
  if (details.length === 0) return [remark(say.noDetails)];
  return details.flatMap((one): Element[] => [
    ruled(facts(rowsOf(reading, one).map(([title, value]) => [title, value && plain(value)]))),
    ...(one.at ? [remark(say.received(whenText(reading, one.at)))] : []),
  ]);
}

type Row = readonly [title: string, value: string | undefined];

function rowsOf(reading: Reading, details: Details): Row[] {
  const say = reading.texts.advisor.dialog;
  switch (details.kind) {
    case 'contact':
      return [
        [say.callback, details.callback],
        [say.phones, details.phones.join(', ')],
        [say.emails, details.emails.join(', ')],
      ];
    case 'client':
      return clientRows(reading, details.client);
    case 'concern':
      return [...clientRows(reading, details.client), ...reportRows(reading, details)];
  }
}

function clientRows({ texts }: Reading, client: ClientIdentity): Row[] {
  const say = texts.advisor.dialog;
  return (['name', 'henkilotunnus', 'address', 'phone'] as const).map((field) => [say[field], client[field]]);
}

function reportRows({ texts }: Reading, { report, reporter }: Extract<Details, { kind: 'concern' }>): Row[] {
  const say = texts.advisor.dialog;
  return [
    [say.observed, report.observed],
    [say.observedSince, report.since],
    [say.presentHelp, report.presentHelp],
    [say.whyNoConsent, report.whyNoConsent],
    [say.reporter, reporter.name],
    [say.reporterPhone, report.reporterPhone],
  ];
}
