/** The dialog in which a temporary service is granted, within the county's limits. */
import { addDays } from '../../../domain/calendar.ts';
import type { TemporaryService } from '../../../domain/county.ts';
import { type Option, remark } from '../../elements/elements.ts';
import { choice, dateBox, numberBox } from '../../elements/inputs.ts';
import type { CardContext } from '../../wording/case-words.ts';
import { referenceBox } from './reference.ts';
import type { DialogContext, DialogForm } from './sheet.ts';

/** The day fourteen days' service ends when it begins today: a guess that is quick to correct. */
const usualDays = 14;

export function grant(sheet: DialogContext): DialogForm {
  const { context, typed, wish } = sheet;
  const { common, advisor } = context.texts;
  const say = advisor.dialog;
  const { required } = common;
  const { from = wish.today, to = addDays(wish.today, usualDays - 1), amount = '1' } = typed;
  const { offered, closed } = servicesNow(sheet);
  return {
    body: [
      choice({
        id: 'service',
        label: say.service,
        required,
        among: 'few',
        choices: offered.map((service) => serviceOption(context, service)),
        value: typed['service'],
      }),
      ...(closed ? [remark(say.closedNow(closed))] : []),
      dateBox({ id: 'from', label: say.from, required, value: from }),
      dateBox({ id: 'to', label: say.to, required, value: to }),
      numberBox({
        id: 'amount',
        label: say.amount,
        required,
        value: Number.isFinite(Number(amount)) ? Number(amount) : 1,
        min: 1,
      }),
      referenceBox(sheet, say.reference),
      remark(say.grantNote),
      ...(offered.every(({ confirmed }) => confirmed) ? [] : [remark(say.unconfirmed)]),
    ],
    send: say.save,
  };
}

/** A crisis place is granted only while the line is open (seed 001): closed, it is not offered but told. */
function servicesNow({ context, wish }: DialogContext) {
  const { services } = context.county;
  const isOffered = ({ onlyWhenOpen }: TemporaryService) => wish.open !== false || !onlyWhenOpen;
  const closed = services.filter((service) => !isOffered(service));
  return {
    offered: services.filter(isOffered),
    closed: closed.map(({ name }) => name[context.language]).join(', '),
  };
}

function serviceOption({ texts, language }: CardContext, service: TemporaryService): Option {
  const { id, name, unit, maxDays, maxAmount } = service;
  const title = texts.advisor.dialog.serviceLimits(name[language], maxDays, maxAmount, unit[language]);
  return { title, value: id };
}
