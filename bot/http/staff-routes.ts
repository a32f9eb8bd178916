/** The supervisors' settings over HTTP: people and roles, channels, and the audit of one case. */
import { z } from 'zod';
import type { Roster, RosterRefusal } from '../desk/staff/roster.ts';
import { readCaseId, spokenCaseId } from '../domain/case/case-id.ts';
import type { Refusal } from '../domain/case/command.ts';
import { type Language, languages } from '../domain/county.ts';
import { type Moment, month, personId, regionId } from '../domain/names.ts';
import type { CaseAuditView } from '../domain/views/staff-views.ts';
import { tabTextsFor } from '../words/tab/tab-texts.ts';
import { type Answer, refusal } from './answers.ts';
import { csvOf } from './csv.ts';
import { caseRefusal, deskAnswer } from './desk-answers.ts';
import { personOf, type TabRequest, type TabRoute } from './tab-api.ts';

export function staffRoutes(roster: Roster): readonly TabRoute[] {
  return [...readings(roster), ...changes(roster), ...audits(roster)];
}

function readings(roster: Roster): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff',
      answer: async (request) => deskAnswer(await roster.see(personOf(request))),
    },
    {
      method: 'GET',
      path: '/staff/people',
      async answer(request) {
        const name = request.query.get('name')?.trim() ?? '';
        if (name === '' || name.length > 100) return refusal('bad-input');
        return deskAnswer(await roster.search(personOf(request), name));
      },
    },
    {
      method: 'GET',
      path: '/staff/history',
      async answer(request) {
        const wanted = request.query.get('month') ?? '';
        if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(wanted)) return refusal('bad-input');
        return deskAnswer(await roster.history(personOf(request), month(wanted)));
      },
    },
  ];
}

const rolesShape = z.strictObject({
  advisorIn: z.array(z.string().min(1).max(100).transform(regionId)).max(100),
  supervisor: z.boolean(),
  updater: z.boolean(),
});
const changeShape = z.strictObject({ roles: rolesShape, seen: rolesShape });

function changes(roster: Roster): readonly TabRoute[] {
  return [
    {
      method: 'PUT',
      path: '/staff/people/:personId',
      async answer(request) {
        const change = changeShape.safeParse(request.body);
        const id = z.guid().safeParse(request.path['personId']);
        if (!change.success || !id.success) return refusal('bad-input');
        return done(await roster.setRoles(personOf(request), personId(id.data), change.data));
      },
    },
    {
      method: 'DELETE',
      path: '/staff/bindings/:target',
      answer: async (request) =>
        done(await roster.unbind(personOf(request), regionId(request.path['target'] ?? ''))),
    },
  ];
}

function audits(roster: Roster): readonly TabRoute[] {
  async function audit(request: TabRequest): Promise<CaseAuditView | Refusal> {
    const id = readCaseId(request.path['caseId'] ?? '');
    return id ? roster.auditOf(personOf(request), id) : { refused: 'no-such-case' };
  }
  return [
    {
      method: 'GET',
      path: '/staff/audit/:caseId',
      async answer(request) {
        const found = await audit(request);
        return 'refused' in found ? caseRefusal(found) : { status: 200, body: found };
      },
    },
    {
      method: 'GET',
      path: '/staff/audit/:caseId/csv',
      async answer(request) {
        const found = await audit(request);
        return 'refused' in found ? caseRefusal(found) : auditFile(found, languageOf(request));
      },
    },
  ];
}

function auditFile({ id, entries }: CaseAuditView, language: Language): Answer {
  const { audit } = tabTextsFor(language).settings;
  const rows = entries.map(({ at, by, did, why }) => [
    wallText(at),
    by ?? audit.line,
    did[language],
    why ?? '',
  ]);
  return {
    status: 200,
    body: csvOf([[audit.when, audit.who, audit.what, audit.why], ...rows]),
    type: 'text/csv; charset=utf-8',
    fileName: `${audit.file}-${spokenCaseId(id)}.csv`,
  };
}

/** `2026-11-23 09:05:00` on the county's wall: a spreadsheet sorts it. */
const wallText = (at: Moment) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));

const languageOf = ({ query }: TabRequest): Language =>
  languages.find((one) => one === query.get('language')) ?? 'fi';

const done = (no: RosterRefusal | undefined): Answer => (no ? deskAnswer(no) : { status: 200, body: {} });
