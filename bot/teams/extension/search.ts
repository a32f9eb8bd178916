/** A search from the writing box of any chat: cases for those on the line, instructions for everybody. */
import { caseResult, instructionResult, type SearchResult } from '../../cards/extension/results.ts';
import type { FoundPage, Paging } from '../../desk/searching/searching.ts';
import { instructionPath } from '../../domain/instructions/citing.ts';
import { findersId } from '../../domain/instructions/service-finders.ts';
import type { BotPorts, Turn } from '../inbound/turn.ts';
import type { ExtensionSaid } from './answer.ts';

export type Search = { readonly what: string; readonly sought: string; readonly stretch: Paging };

/** Undefined for a search that is not ours. */
export async function onSearch(
  ports: BotPorts,
  turn: Turn,
  search: Search,
): Promise<ExtensionSaid | undefined> {
  switch (search.what) {
    case 'searchCases':
      return searchCases(ports, turn, search);
    case 'searchInstructions':
      return searchInstructions(ports, turn, search);
    default:
      return undefined;
  }
}

async function searchCases(ports: BotPorts, turn: Turn, search: Search): Promise<ExtensionSaid> {
  const { county, clock, searching } = ports;
  const say = turn.texts.extension.search;
  const found = await searching.cases(turn.person, search.sought, search.stretch);
  if ('refused' in found) return { say: 'text', text: say.onlyLine };
  const now = clock.now();
  const results = found.map((one) => caseResult(one, county, turn.language, now));
  return listed(results, search, search.sought ? say.noCases : say.nothingOpen);
}

async function searchInstructions(ports: BotPorts, turn: Turn, search: Search): Promise<ExtensionSaid> {
  const { language, texts } = turn;
  const say = texts.extension.search;
  const found = await ports.searching.instructions(search.sought, language, search.stretch);
  const results = found.map((page) => instructionResult(page, language, ports.linkTo(pathOf(page))));
  return listed(results, search, search.sought ? say.noPages : say.noPagesYet);
}

const pathOf = ({ id, version }: FoundPage) =>
  instructionPath(id === findersId || version === undefined ? { id } : { id, version });

/** A list that ends is no news: only one that holds nothing at all is told. */
function listed(results: readonly SearchResult[], { stretch }: Search, none: string): ExtensionSaid {
  return results.length === 0 && stretch.skip === 0
    ? { say: 'text', text: none }
    : { say: 'results', results };
}
