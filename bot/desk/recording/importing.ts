/** Imports old statistics: a preview with every faulty row named, then all of it or nothing, and undoing. */
import { addMinutes, dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import type { Actor, NoRole } from '../../domain/roles.ts';
import {
  type CsvTable,
  importLimits,
  type Mapping,
  monthsOf,
  type ReadImport,
  readImport,
} from '../../domain/tally/contact-import.ts';
import { guessMapping } from '../../domain/tally/import-guess.ts';
import { contactOfOther, type ImportRecord } from '../../domain/tally/other-contacts.ts';
import type { ImportsView, ImportView, PreviewView } from '../../domain/views/recording-views.ts';
import { guardOf } from '../guard.ts';
import type { AuditLog, Clock } from '../ports.ts';
import type { RecordStore } from './ports.ts';

export type ImportPorts = {
  readonly county: County;
  readonly records: RecordStore;
  readonly audit: Pick<AuditLog, 'write'>;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

export type ImportRefusal =
  | NoRole<'supervisor'>
  | { readonly refused: 'no-rows' }
  | { readonly refused: 'too-many-rows'; readonly most: number; readonly rows: number }
  /** Not one of them was kept. */
  | ({ readonly refused: 'faulty-rows' } & PreviewView)
  /** The same file with the same mapping is in already. */
  | { readonly refused: 'imported-before'; readonly import: ImportView }
  | { readonly refused: 'no-such-import' };

type ImportRequest = { readonly table: CsvTable; readonly mapping: Mapping };
/** Without a mapping it is guessed. */
type PreviewRequest = { readonly table: CsvTable; readonly mapping?: Mapping };

export function importing(ports: ImportPorts) {
  return {
    preview: (person: Person, { table, mapping = guessMapping(table) }: PreviewRequest) =>
      preview(ports, person, { table, mapping }),
    importAll: (person: Person, wish: ImportRequest) => importAll(ports, person, wish),
    imports: (person: Person) => imports(ports, person),
    undoImport: (person: Person, id: string) => undoImport(ports, person, id),
    /** For upkeep: an import that was stopped half-way is undone. @returns how many. */
    sweepImports: () => sweepImports(ports),
  };
}

const importView = ({ by, ...rest }: ImportRecord): ImportView => ({ ...rest, by: by.name });

/** The rows as they would be counted, or why they can't be. */
async function readWish(
  { staff, county, clock }: ImportPorts,
  person: Person,
  { table, mapping }: ImportRequest,
): Promise<ReadImport | ImportRefusal> {
  return guardOf(staff)('supervisor', person, async (): Promise<ReadImport | ImportRefusal> => {
    const rows = table.rows.length;
    if (rows === 0) return { refused: 'no-rows' };
    if (rows > importLimits.rows) return { refused: 'too-many-rows', most: importLimits.rows, rows };
    return readImport(county, table, mapping, dayOf(clock.now()));
  });
}

function previewOf(
  { table, mapping }: ImportRequest,
  { contacts, faults, unknown, lacking }: ReadImport,
): PreviewView {
  const { heads, rows } = table;
  return {
    heads,
    first: rows.slice(0, importLimits.firstRows).map(({ cells }) => cells),
    mapping,
    rows: rows.length,
    sound: contacts.length,
    months: monthsOf(contacts),
    faults: faults.slice(0, importLimits.faultsTold),
    faulty: new Set(faults.map(({ line }) => line)).size,
    unknown,
    lacking,
  };
}

async function preview(
  ports: ImportPorts,
  person: Person,
  wish: ImportRequest,
): Promise<PreviewView | ImportRefusal> {
  const read = await readWish(ports, person, wish);
  return 'refused' in read ? read : previewOf(wish, read);
}

async function importAll(
  ports: ImportPorts,
  person: Person,
  wish: ImportRequest,
): Promise<ImportView | ImportRefusal> {
  const { records, county, clock, audit } = ports;
  const read = await readWish(ports, person, wish);
  if ('refused' in read) return read;
  if (read.faults.length > 0 || read.lacking.length > 0)
    return { refused: 'faulty-rows', ...previewOf(wish, read) };
  const by = { id: person.id, name: person.name };
  const at = clock.now();
  await audit.write({ at, by, did: 'importContacts' });
  const all = read.contacts.map((contact) => ({ contact, fact: contactOfOther(county, contact) }));
  // the same file is the same import, so that sending it twice imports once
  const id = records.importIdOf(JSON.stringify(wish));
  const { record, isNew } = await records.importAll({ id, by, at }, all);
  return isNew ? importView(record) : { refused: 'imported-before', import: importView(record) };
}

async function imports(
  { staff, records }: ImportPorts,
  person: Person,
): Promise<ImportsView | ImportRefusal> {
  return guardOf(staff)('supervisor', person, async () => {
    const all = (await records.imports()).toSorted((a, b) => (a.at > b.at ? -1 : 1));
    return { imports: all.map(importView) };
  });
}

async function undoImport(
  { staff, records, audit, clock }: ImportPorts,
  person: Person,
  id: string,
): Promise<ImportView | ImportRefusal> {
  return guardOf(staff)('supervisor', person, async (): Promise<ImportView | ImportRefusal> => {
    await audit.write({ at: clock.now(), by: { id: person.id, name: person.name }, did: 'undoImport' });
    const undone = await records.undoImport(id);
    return undone ? importView(undone) : { refused: 'no-such-import' };
  });
}

/** Longer than any import takes. */
const stoppedMinutes = 30;

async function sweepImports({ records, clock }: ImportPorts): Promise<number> {
  const before = addMinutes(clock.now(), -stoppedMinutes);
  const stopped = (await records.imports()).filter(
    ({ state, at }) => (state === 'writing' || state === 'undoing') && at < before,
  );
  for (const { id } of stopped) await records.undoImport(id);
  return stopped.length;
}
