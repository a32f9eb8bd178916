/** The asker's live card: one card in the asker's chat that always tells how the case stands. */
import { askerCard, askerLine } from '../../cards/asker/asker-card.ts';
import type { PersonRecord } from '../../desk/staff/ports.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import { newCardPlace } from '../../domain/case/card-place.ts';
import type { CardPlace, Case } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import { cardPost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { asCourtesy, type DrawingPorts, type DrawnCard, drawn, stillThere } from './drawing.ts';
import type { Showing } from './showing.ts';

export type AskerViewPorts = DrawingPorts & {
  readonly county: County;
  readonly staff: Pick<Staff, 'find'>;
  readonly teams: TeamsClient;
};

/** Everything that shows on the asker's card. */
export const askerKey = ({ version }: Case, { wanted }: CardPlace) => `${version} ${wanted}`;

export async function drawAsker(ports: AskerViewPorts, showing: Showing): Promise<void> {
  const one = showing.case;
  const asker = await ports.staff.find(one.asker.id);
  if (!asker?.chat) return;
  const place = one.views.asker ?? newCardPlace(asker.chat.conversation);
  const key = askerKey(one, place);
  if (place.shown === key || place.state === 'lost') return;
  const draw = () => placeAskerCard(ports, one, place, asker);
  await drawn(ports, showing, { place, key, draw, put: (put) => ({ ...one.views, asker: put }) });
}

/** Edits the card in place; when the talk has moved on, posts it again at the bottom and shrinks the old one. */
async function placeAskerCard(
  { county, clock, teams }: AskerViewPorts,
  one: Case,
  { conversation, activity }: CardPlace,
  { chat, lastMessage }: PersonRecord,
): Promise<DrawnCard> {
  const at = { serviceUrl: chat?.serviceUrl ?? '', id: conversation };
  const now = clock.now();
  const card = askerCard(one, county, { now, open: isLineOpen(county.opening, now) });
  const post = cardPost(card, card.fallbackText);
  // a card whose content is purged is news to nobody: it stays where it is, if it still is
  const staysPut = one.purgedAt !== undefined || !hasScrolledAway(lastMessage, activity);
  if (activity && staysPut) {
    const isThere = await stillThere(teams.edit(at, activity, post));
    if (isThere || one.purgedAt) return { conversation, activity };
  }
  const placed = await teams.reply(at, post);
  if (activity)
    await asCourtesy(teams.edit(at, activity, cardPost(askerLine(one, county), spokenCaseId(one.id))));
  return { conversation, activity: placed };
}

/** Message ids in a chat are times: a later one stands further down. */
function hasScrolledAway(lastMessage: string | undefined, activity: string | undefined): boolean {
  return lastMessage !== undefined && Number(lastMessage) > Number(activity);
}
