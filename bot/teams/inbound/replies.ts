/** Lines that several parts answer with: who may do what was asked, and what was masked. */
import type { IdentityKind } from '../../domain/identity-guard.ts';
import { type BotPorts, supervisorNames, type Turn } from './turn.ts';

/** Who can: those without the right are told whom to ask. */
export async function onlySupervisors(ports: BotPorts, { texts }: Turn): Promise<string> {
  return texts.talk.notSupervisor(await supervisorNames(ports));
}

/** Those who can't record are told who can let them. */
export async function onlyThoseWhoRecord(ports: BotPorts, { texts }: Turn): Promise<string> {
  const whom = texts.talk.askForRole(await supervisorNames(ports));
  return [texts.recording.notOnTheLine, whom].filter(Boolean).join(' ');
}

/** So are those who have nothing to hand over. */
export async function onlyThoseWhoHandOver(ports: BotPorts, { texts }: Turn): Promise<string> {
  const whom = texts.talk.askForRole(await supervisorNames(ports));
  return [texts.talk.handOverNotYours, whom].filter(Boolean).join(' ');
}

/** Which kinds of identity were taken out of the text. */
export function maskedLine({ texts }: Turn, kinds: readonly IdentityKind[]): string {
  const { masked, maskedKinds } = texts.talk;
  return masked(kinds.map((kind) => maskedKinds[kind]).join(', '));
}
