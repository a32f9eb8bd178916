/** Checks the county file, and names what the county itself has not confirmed yet. */
import { CountyFileError } from '../../counties/read-county.ts';
import type { County } from '../../domain/county.ts';
import { createHoursStore } from '../../store/staff/hours-store.ts';
import { type Check, type CheckResult, failure, ok, unlessFine, warning } from './check.ts';
import { orNothing } from './kept-checks.ts';

export const countyCheck: Check = {
  name: 'county',
  needs: ['settings'],
  run: async ({ settings, county }) => {
    try {
      const read = await county();
      return unlessFine(unconfirmed(read), `${read.name.fi}: ${read.regions.length} regions, all confirmed.`);
    } catch (error) {
      if (!(error instanceof CountyFileError)) throw error;
      return error.faults.map(({ line, path, fault }) => {
        const where = line === undefined ? '' : `Line ${line}: `;
        return failure(
          `${where}${[path, fault].filter(Boolean).join(' ')}.`,
          `Mend it in ${settings().countyFile} (the setting COUNTY_FILE).`,
        );
      });
    }
  },
};

function unconfirmed({ services, emergency }: County): readonly CheckResult[] {
  const open = services.filter(({ confirmed }) => !confirmed).map(({ name }) => name.fi);
  const limits = warning(
    `Limits of temporary services that nobody has confirmed: ${open.join(', ')}.`,
    'Have the county confirm maxDays and maxAmount under “services”, then write "confirmed": true there.',
  );
  const phone = warning(
    'The number of social emergency services is not confirmed, and is not shown.',
    'Write the number under “emergency.social” and "confirmed": true.',
  );
  return [...(open.length > 0 ? [limits] : []), ...(emergency.social.confirmed ? [] : [phone])];
}

export const hoursCheck: Check = {
  name: 'hours',
  needs: ['county', 'rows'],
  run: async ({ county, tables }) => {
    const kept = await orNothing(createHoursStore(tables().bindings).newest());
    const { confirmed } = kept?.opening ?? (await county()).opening;
    if (confirmed) return [ok('The opening hours are confirmed.')];
    return [
      warning(
        'Nobody has confirmed the opening hours.',
        'A supervisor looks at them in the tab, under Settings, and confirms them.',
      ),
    ];
  },
};
