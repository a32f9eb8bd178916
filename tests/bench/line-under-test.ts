/** The line as the bench runs it: the production server on real tables, Teams' pace limits lifted, one region bound. */
import { fileURLToPath } from 'node:url';
import { startService } from '../../bot/compose.ts';
import { loadCounty } from '../../bot/counties/read-county.ts';
import { personId } from '../../bot/domain/names.ts';
import { createLog } from '../../bot/log.ts';
import { readSettings } from '../../bot/settings.ts';
import { answerMeasures } from './measures.ts';

const settings = readSettings(process.env);
const county = await loadCounty(settings.countyFile);
const service = await startService({
  settings: { ...settings, port: 0 },
  county,
  log: createLog(),
  tabFolder: fileURLToPath(new URL('../../dist/tab', import.meta.url)),
  teamsOptions: { limits: { send: [], members: [], all: [] } },
  // turns are measured, not upkeep, which costs the same however many there are
  roundEvery: 0,
});

const supervisor = { id: personId(settings.firstSupervisor), name: 'Supervisor' };
const serviceUrl = settings.trust?.serviceUrls[0] ?? '';
for (const { id, name } of county.regions) {
  const channel = {
    teamId: '19:team@thread.tacv2',
    channelId: `19:${id}@thread.tacv2`,
    channelName: name.fi,
  };
  await service.desk.staff.bind(supervisor, id, { ...channel, serviceUrl, tenantId: settings.bot.tenantId });
  const advisors = [0, 1].map((n) => `b0000000-0000-4000-8000-00000000000${n}`);
  await service.desk.staff.addAdvisors(
    supervisor,
    id,
    advisors.map((one) => ({ id: personId(one), name: 'Advisor', teamsId: `29:${one}` })),
  );
}

process.send?.({ port: service.port });
answerMeasures();
