/** Says an everyday no in plain words, with what to do instead. */
import type { Refusal } from '../../domain/case/command.ts';
import type { County } from '../../domain/county.ts';
import type { Moment, RegionId } from '../../domain/names.ts';
import { serviceOf } from '../../domain/routing.ts';
import type { Texts } from '../../words/bot/texts.ts';
import { momentText } from '../../words/when.ts';
import { plain } from '../elements/elements.ts';

/**
 * The no as Markdown, in the language of `texts`; names and free text in it are kept plain. Without `now` a time is
 * told with its day.
 */
export function explain(refusal: Refusal, texts: Texts, county: County, now?: Moment): string {
  const say = texts.common.refusal;
  const region = (id: RegionId) => nameOfRegion(county, id, texts);
  switch (refusal.refused) {
    case 'no-role':
    case 'other-region':
    case 'same-region':
      return say[refusal.refused](region(refusal.region));
    case 'held-by-another':
      return say['held-by-another'](plain(refusal.holder.name), since(refusal.since, texts, now));
    case 'not-advisor-there':
      return say['not-advisor-there'](plain(refusal.person.name), region(refusal.region));
    case 'wrong-time':
      return say['wrong-time'][refusal.status];
    case 'changed-since':
      return say['changed-since'](plain(refusal.said));
    case 'too-long':
      return say['too-long'](refusal.most, refusal.length);
    case 'unknown-choice':
      return say['unknown-choice'][refusal.field];
    case 'wrong-dates':
      return say['wrong-dates'][refusal.why];
    case 'missing':
      return say.missing[refusal.field];
    case 'over-limit':
      return overLimit(refusal, texts, county);
    default:
      return say[refusal.refused];
  }
}

const nameOfRegion = (county: County, id: RegionId, { common }: Texts) =>
  county.regions.find((region) => region.id === id)?.name[common.language] ?? plain(id);

// a moment a day away is always told with its day
const since = (at: Moment, { common }: Texts, now?: Moment) =>
  momentText(common.language, at, now ?? ('1970-01-01T00:00:00.000Z' as Moment));

/** Both limits at once: nobody is to mend one and then hear of the other. */
function overLimit(
  { most: { days, amount }, service }: Extract<Refusal, { refused: 'over-limit' }>,
  { common }: Texts,
  county: County,
): string {
  const granted = serviceOf(county, service);
  const name = granted?.name[common.language] ?? plain(service);
  const say = common.refusal['over-limit'];
  return [
    ...(days === undefined ? [] : [say.days(name, days)]),
    ...(amount === undefined ? [] : [say.amount(name, amount, granted?.unit[common.language] ?? '')]),
  ].join(' ');
}
