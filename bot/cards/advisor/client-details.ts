/** What a case holds sealed, laid out for the dialog that shows it: the only place where a client is named. */
import type { ClientIdentity, Details } from '../../domain/case/details.ts';
import type { Moment } from '../../domain/names.ts';
import type { Fact } from '../elements/elements.ts';
import { type Element, facts, plain, remark, ruled } from '../elements/elements.ts';
import { type CardContext, whenText } from '../wording/case-words.ts';

/** `at` is when it was given. */
export function detailsElements(
  context: CardContext,
  details: readonly (Details & { readonly at?: Moment })[],
): Element[] {
  const say = context.texts.advisor.dialog;
  if (details.length === 0) return [remark(say.noDetails)];
  return details.flatMap((one): Element[] => [
    ruled(facts(rowsOf(context, one).map(([title, value]) => [title, value && plain(value)]))),
    ...(one.at ? [remark(say.received(whenText(context, one.at)))] : []),
  ]);
}

function rowsOf(context: CardContext, details: Details): Fact[] {
  const say = context.texts.advisor.dialog;
  switch (details.kind) {
    case 'contact':
      return [
        [say.callback, details.callback],
        [say.phones, details.phones.join(', ')],
        [say.emails, details.emails.join(', ')],
      ];
    case 'client':
      return clientRows(context, details.client);
    case 'concern':
      return [...clientRows(context, details.client), ...reportRows(context, details)];
  }
}

function clientRows({ texts }: CardContext, client: ClientIdentity): Fact[] {
  const say = texts.advisor.dialog;
  return (['name', 'henkilotunnus', 'address', 'phone'] as const).map((field) => [say[field], client[field]]);
}

function reportRows(
  { texts }: CardContext,
  { report, reporter }: Extract<Details, { kind: 'concern' }>,
): Fact[] {
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
