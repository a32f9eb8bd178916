/** The counties that tests speak of: the three that are shipped, and an invented one that shares nothing with them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCounty } from '../../bot/counties/read-county.ts';
import type { County } from '../../bot/domain/county.ts';

const shippedFile = (name: string) => fileURLToPath(new URL(`../../bot/counties/${name}`, import.meta.url));

export const countyFiles = {
  pohjoisSavo: shippedFile('pohjois-savo.json'),
  kymenlaakso: shippedFile('kymenlaakso.json'),
  lansiUusimaa: shippedFile('lansi-uusimaa.json'),
  saarimaa: fileURLToPath(new URL('./fourth-county.json', import.meta.url)),
} as const;

const read = (file: string): County => readCounty(readFileSync(file, 'utf8'), file);

/** Five regions, 22 places (seed 001). */
export const pohjoisSavo = read(countyFiles.pohjoisSavo);
/** Routed by life situation (seed 000). */
export const kymenlaakso = read(countyFiles.kymenlaakso);
/** Bilingual, ten municipalities, one region (seed 003). */
export const lansiUusimaa = read(countyFiles.lansiUusimaa);
/** Invented: three regions, four places, five topics of which two guide, two services, a lunch break. */
export const saarimaa = read(countyFiles.saarimaa);
