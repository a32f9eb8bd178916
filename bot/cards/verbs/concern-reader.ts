/** Reads what was typed into the form of a concern report, by an asker or an advisor. */
import type { Priority75 } from '../../domain/assessment.ts';
import type { ClientIdentity } from '../../domain/case/details.ts';
import { type ConcernGround, type ConcernWish, concernGrounds } from '../../domain/concern.ts';
import { oneOf, type Pressed, readMany, readText, typedIn } from './pressed.ts';

export const priorities: readonly Priority75[] = ['yes', 'no', 'unknown'];

/** What may be shown apart from what is sealed. */
export type ReportForm = { readonly wish: ConcernWish; readonly client: ClientIdentity };

export const readReport = (data: Pressed): ReportForm => ({ wish: readWish(data), client: readClient(data) });

function readWish(data: Pressed): ConcernWish {
  const grounds = readMany(data, 'grounds')
    .map((ground) => oneOf<ConcernGround>(ground, concernGrounds))
    .filter((ground) => ground !== undefined);
  const [whyNoConsent, reporterPhone] = [readText(data, 'whyNoConsent'), readText(data, 'reporterPhone')];
  return {
    // without consent more is asked: the cautious reading of a missing choice
    basis: readText(data, 'basis') === 'consent' ? 'consent' : 'no-consent',
    grounds: [...new Set(grounds)],
    danger: readText(data, 'danger') === 'yes',
    clientKnows: oneOf(readText(data, 'clientKnows'), priorities) ?? 'unknown',
    observed: typedIn(data, 'observed'),
    since: typedIn(data, 'since'),
    presentHelp: typedIn(data, 'presentHelp'),
    ...(whyNoConsent && { whyNoConsent }),
    ...(reporterPhone && { reporterPhone }),
  };
}

function readClient(data: Pressed): ClientIdentity {
  const [name, henkilotunnus, address, phone] = (
    ['clientName', 'henkilotunnus', 'address', 'clientPhone'] as const
  ).map((field) => readText(data, field));
  return {
    ...(name && { name }),
    ...(henkilotunnus && { henkilotunnus }),
    ...(address && { address }),
    ...(phone && { phone }),
  };
}
