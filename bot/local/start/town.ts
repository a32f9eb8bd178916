/** The people and the team of the local start, made from the county's own regions. */
import type { County } from '../../domain/county.ts';
import type { RegionId } from '../../domain/names.ts';
import { guid, type PersonSpec, type TeamSpec } from '../service/world.ts';

export type Town = {
  readonly askers: readonly PersonSpec[];
  readonly advisors: readonly (PersonSpec & { readonly region: RegionId })[];
  readonly supervisor: PersonSpec;
  readonly guest: PersonSpec;
  readonly team: TeamSpec & { readonly id: string };
  /** The channel of a region, or of the supervisors. */
  readonly channelOf: (target: RegionId | 'supervisors') => string;
};

const askerNames = [
  { name: 'Niina Nurminen', locale: 'fi-FI' },
  { name: 'Sofia Sandström', locale: 'sv-SE' },
  { name: 'Emily Evans', locale: 'en-GB' },
  { name: 'Olavi Oksanen', locale: 'fi-FI' },
] as const;
const advisorNames = [
  'Maija Mäkelä',
  'Antti Aalto',
  'Kaisa Korhonen',
  'Pekka Peltonen',
  'Riitta Rinne',
  'Juha Järvi',
  'Tiina Toivonen',
  'Ville Vainio',
  'Hanna Hakala',
  'Oskari Ojala',
  'Laura Lehto',
  'Mikko Moilanen',
  'Sanna Salmi',
  'Eero Eskola',
  'Päivi Pulkkinen',
  'Timo Tuominen',
] as const;

const person = (name: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  id: guid('person', name),
  name,
  locale: 'fi-FI',
  ...more,
});

/** Two advisors for each region, askers in three languages, a supervisor, and a guest who is turned away. */
export function townOf(county: County): Town {
  const supervisor = person('Elina Esimies');
  const guest = person('Gunnar Guest', { kind: 'guest', locale: 'en-GB' });
  const advisors = county.regions.flatMap(({ id: region }, row) =>
    [0, 1].map((seat) => ({ ...person(advisorNames[(row * 2 + seat) % advisorNames.length] ?? ''), region })),
  );
  const channelOf = (target: RegionId | 'supervisors') => `19:${target}@thread.tacv2`;
  const channels = county.regions.map(({ id, name }) => ({
    id: channelOf(id),
    name: name[county.channelLanguage],
  }));
  const members = [...advisors, supervisor].map(({ id }) => id);
  return {
    askers: askerNames.map(({ name, locale }) => person(name, { locale })),
    advisors,
    supervisor,
    guest,
    team: {
      id: '19:line@thread.tacv2',
      name: county.lineName[county.channelLanguage],
      channels: [...channels, { id: channelOf('supervisors'), name: 'Esihenkilöt' }],
      members,
      hasBot: true,
    },
    channelOf,
  };
}

/** Another team of theirs, which nobody has added the line to yet: to try taking it into use. */
export const newTeamOf = ({ team }: Town, county: County): TeamSpec => ({
  id: '19:new@thread.tacv2',
  name: { fi: 'Uusi tiimi', sv: 'Nytt team', en: 'New team' }[county.channelLanguage],
  channels: [
    ...county.regions.map(({ id, name }) => ({
      id: `19:new-${id}@thread.tacv2`,
      name: `${name[county.channelLanguage]} 2`,
    })),
    {
      id: '19:new-supervisors@thread.tacv2',
      name: { fi: 'Esihenkilöt 2', sv: 'Chefer 2', en: 'Supervisors 2' }[county.channelLanguage],
    },
  ],
  members: team.members ?? [],
  hasBot: false,
});

export const worldOf = ({ askers, advisors, supervisor, guest, team }: Town) => ({
  people: [...askers, ...advisors.map(({ region: _, ...one }) => one), supervisor, guest],
  teams: [team],
});
