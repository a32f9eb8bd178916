/** Who has read what is published, and reminding those who have not. */
import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { InstructionRefusal } from '../../domain/instructions/changes.ts';
import {
  type Instruction,
  isPublished,
  mayWrite,
  readershipOf,
  type Version,
  withReceipt,
} from '../../domain/instructions/instructions.ts';
import type { InstructionId } from '../../domain/names.ts';
import { type Actor, noRole } from '../../domain/roles.ts';
import type { ReadershipView } from '../../domain/views/library-views.ts';
import type { Clock } from '../ports.ts';
import type { PersonRecord } from '../staff/ports.ts';
import type { LibraryStore } from './ports.ts';

export type ReadersPorts = {
  readonly library: LibraryStore;
  readonly clock: Clock;
  readonly staff: {
    actor(person: Person): Promise<Actor>;
    onTheLine(): Promise<readonly PersonRecord[]>;
  };
};

/** Those who have not read were reminded today already. */
export type NudgedToday = { readonly refused: 'nudged-today' };
type Published = Instruction & { readonly published: Version };
const named = ({ id, name }: Person): Person => ({ id, name });

export function libraryReaders(ports: ReadersPorts) {
  const { library, staff, clock } = ports;

  const readership = async (one: Published) => ({
    version: one.published.n,
    ...readershipOf(one, await staff.onTheLine(), await library.readers()),
  });

  /** The published page, for those who may ask who has read it. */
  async function published(person: Person, id: InstructionId) {
    const [actor, one] = await Promise.all([staff.actor(person), library.find(id)]);
    if (!one || !isPublished(one)) return { refused: 'no-such-instruction' } as const;
    return mayWrite(actor, one) ? one : noRole('updater');
  }

  return {
    /** "I have read this", of a version that was published. */
    async markRead(
      person: Person,
      id: InstructionId,
      version: number,
    ): Promise<{ readonly version: number } | InstructionRefusal> {
      const one = await library.find(id);
      if (!one || !isPublished(one)) return { refused: 'no-such-instruction' };
      const read = await library.version(id, version);
      if (read?.did !== 'publish') return { refused: 'no-such-version' };
      const receipt = { version, at: clock.now() };
      await library.changeReader(named(person), (reader) => withReceipt(reader, id, receipt));
      return { version };
    },

    async readership(person: Person, id: InstructionId): Promise<ReadershipView | InstructionRefusal> {
      const one = await published(person, id);
      return 'refused' in one ? one : readership(one);
    },

    remindUnread: reminder(ports, published, readership),
  };
}

/** Reminds those on the line who have not read the page; once a day at most. */
function reminder(
  { library, staff, clock }: ReadersPorts,
  published: (person: Person, id: InstructionId) => Promise<Published | InstructionRefusal>,
  readership: (one: Published) => Promise<ReadershipView>,
) {
  return async (
    person: Person,
    id: InstructionId,
  ): Promise<{ readonly people: number } | InstructionRefusal | NudgedToday> => {
    const one = await published(person, id);
    if ('refused' in one) return one;
    const onLine = new Set((await staff.onTheLine()).map((each) => each.id));
    const { notYet, earlier } = await readership(one);
    const people = [...notYet, ...earlier].filter((each) => onLine.has(each.id));
    if (people.length === 0) return { people: 0 };
    const at = clock.now();
    const isNew = await library.addNudge({
      id: `${id}|${one.published.n}|${dayOf(at)}`,
      instruction: id,
      version: one.published.n,
      at,
      to: people.map((each) => ({ to: 'person', person: each.id })),
    });
    return isNew ? { people: people.length } : { refused: 'nudged-today' };
  };
}
