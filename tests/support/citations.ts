/** Instructions that can be cited, and an answer that cites two of them. */
import {
  type Citation,
  instructionPath,
  teamsLink,
  withCitations,
} from '../../bot/domain/instructions/citing.ts';
import { instructionId } from '../../bot/domain/names.ts';

const appId = 'a0000000-0000-4000-8000-0000000000aa';
/** More than fit below one another: the last ones stand in a list that is searched. */
export const citable: readonly Citation[] = [
  'Tilapäisten palvelujen myöntäminen',
  'Palvelutarpeen arviointi',
  'Huoli-ilmoitus',
  'Kaikukortti',
  'Yhteystiedot',
  'Mihin yhteydenotto kuuluu',
  'Tilastointi',
].map((title, n) => ({ id: instructionId(`page-${n}`), version: n + 1, title }));
export const tabLink = (path: string) => teamsLink({ appId, tab: 'line' }, path);
export const citedAnswer = withCitations(
  'Kyllä, kahdeksi viikoksi. Rajat ovat ohjeessa.',
  citable.slice(0, 2),
  (one) => tabLink(instructionPath(one)),
);
