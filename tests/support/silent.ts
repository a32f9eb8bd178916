/** Notices that reach nobody, for tests that are about something else. */
import type { Notices } from '../../bot/desk/staff/ports.ts';

export const silent: Notices = {
  toSupervisors: async () => undefined,
  draftNotSent: async () => undefined,
  draftForgotten: async () => undefined,
};
