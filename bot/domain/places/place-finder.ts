/** Finds what the county's routing question asks for in free text: a place, or a life situation. */
import type { RoutingQuestion } from '../county.ts';
import { findPlaces, findSituations, indexPlaces, type PlaceFinding } from './places.ts';

/** Built once for a county; then each text costs only its own length. */
export function placeFinder(routing: RoutingQuestion): (text: string) => PlaceFinding {
  if (routing.by === 'situation') return (text) => findSituations(routing, text);
  const index = indexPlaces(routing);
  return (text) => findPlaces(index, text);
}
