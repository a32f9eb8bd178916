/** Doctor on what is written in settings and files. */
import { type Break, describeBreaks } from './doctor-breaks.ts';

const itself: readonly Break[] = [
  {
    check: 'node',
    what: 'Node is too old',
    wish: { parts: { nodeVersion: '18.20.4' } },
    says: /18\.20\.4 is too old/,
    remedy: /Node 22 or 24/,
  },
  { check: 'node', what: 'an early Node 20', wish: { parts: { nodeVersion: '20.11.0' } }, says: /too old/ },
  {
    check: 'node',
    what: 'a Node that works but gets no fixes any more',
    state: 'warning',
    wish: { parts: { nodeVersion: '20.20.2' } },
    says: /20\.20\.2 has had no security fixes/,
    remedy: /Node 22 or 24/,
  },
  {
    check: 'node',
    what: 'a Node that was not tried',
    state: 'warning',
    wish: { parts: { nodeVersion: '23.1.0' } },
    says: /not a version that the line is tested on/,
  },
  {
    check: 'settings',
    what: 'a setting is missing',
    wish: { env: { BOT_ID: undefined } },
    says: /^BOT_ID is missing/,
    remedy: /client id/,
  },
  {
    check: 'settings',
    what: 'a setting is no GUID',
    wish: { env: { FIRST_SUPERVISOR: 'elina@county.example' } },
    says: /^FIRST_SUPERVISOR is not right/,
    remedy: /object id/,
  },
  {
    check: 'secrets',
    what: 'a secret ends soon',
    state: 'warning',
    wish: () => ({ env: { DIRECTORY_SECRET_EXPIRES: inDays(20) } }),
    says: /DIRECTORY_CLIENT_SECRET expires on .*, in (19|20) days/,
    remedy: /new secret/,
  },
  {
    check: 'secrets',
    what: 'a secret has ended',
    wish: { env: { DIRECTORY_SECRET_EXPIRES: '2024-03-01' } },
    says: /expired on 2024-03-01/,
    remedy: /DIRECTORY_CLIENT_SECRET/,
  },
  {
    check: 'secrets',
    what: 'nobody wrote down when a secret ends',
    state: 'warning',
    wish: { env: { DIRECTORY_SECRET_EXPIRES: undefined } },
    says: /Nobody knows when DIRECTORY_CLIENT_SECRET expires/,
    remedy: /DIRECTORY_SECRET_EXPIRES/,
  },
  {
    check: 'secrets',
    what: 'the day of a secret is no day',
    state: 'warning',
    wish: { env: { DIRECTORY_SECRET_EXPIRES: 'in May' } },
    says: /is not a day/,
  },
  {
    check: 'county',
    what: 'there is no county file',
    wish: { env: { COUNTY_FILE: '/nowhere.json' } },
    says: /no such file/,
    remedy: /COUNTY_FILE/,
  },
  {
    check: 'county',
    what: 'the county file contradicts itself',
    wish: async (scene) => ({
      env: {
        COUNTY_FILE: await scene.countyFile((county) => {
          county.regions[0].neighbours = ['atlantis'];
        }),
      },
    }),
    says: /^Line \d+: regions\[0\]\.neighbours\[0\]/,
    remedy: /Mend it in .*county-\d+\.json/,
  },
  {
    check: 'county',
    what: 'limits are not confirmed',
    state: 'warning',
    wish: async (scene) => ({
      env: {
        COUNTY_FILE: await scene.countyFile((county) => {
          county.services[1].confirmed = false;
        }),
      },
    }),
    says: /Turvapuhelinpalvelu/,
    remedy: /maxAmount/,
  },
  {
    check: 'county',
    what: 'the emergency number is not confirmed',
    state: 'warning',
    wish: async (scene) => ({
      env: {
        COUNTY_FILE: await scene.countyFile((county) => {
          county.emergency.social.confirmed = false;
        }),
      },
    }),
    says: /social emergency/,
  },
  {
    check: 'hours',
    what: 'the hours are not confirmed',
    state: 'warning',
    wish: async (scene) => ({
      env: {
        COUNTY_FILE: await scene.countyFile((county) => {
          county.opening.confirmed = false;
        }),
      },
    }),
    says: /confirmed the opening hours/,
    remedy: /supervisor/,
  },
];

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

describeBreaks('settings and files', itself);
