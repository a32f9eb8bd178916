/** What a person presses on a card: what happens at once, what opens a dialog, what sends one. */
import type { Case } from '../../domain/case/case.ts';
import type { DialogVerb, Verb } from '../verbs/verbs.ts';
import type { Action, ActionSet, ExecuteAction, LinkAction, PressData, SubmitAction } from './elements.ts';

/** What a case's own buttons carry: which case, and the version their presser saw. */
export const idsOf = ({ id, version }: Case) => ({ caseId: id, version });

/** Happens at once, without the card's inputs. An old client sends the same as a message. */
export const actNow = (title: string, verb: Verb, data: PressData): ExecuteAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  associatedInputs: 'none',
  fallback: {
    type: 'Action.Submit',
    title,
    data: { ...data, verb },
    associatedInputs: 'none',
  },
});

/** Happens at once and takes the card's inputs along, once they are filled in as required. */
export const sendNow = (title: string, verb: Verb, data: PressData): ExecuteAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
});

/**
 * Opens a dialog; what stands in the card's own inputs stays there. `opens` tells the opening from the dialog's own
 * button, whose verb is the same: what Teams leaves of `msteams` depends on the client.
 */
export const openDialog = (title: string, verb: DialogVerb, data: PressData = {}): SubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { ...data, verb, opens: 'dialog', msteams: { type: 'task/fetch' } },
  associatedInputs: 'none',
});

/** A dialog's own button: sends its inputs. */
export const submit = (title: string, verb: Verb, data: PressData = {}): SubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { ...data, verb },
});

/** Sends again what a dialog sent once, under the verb it came with: a card of another version may have opened it. */
export const sendAgain = (title: string, sent: PressData): SubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { ...sent, verb: String(sent['verb'] ?? '') },
});

export const openLink = (title: string, url: string): LinkAction => ({ type: 'Action.OpenUrl', title, url });

/** Behind the three dots: Teams shows six buttons at most, and people read three. */
export const rarely = <Shown extends Action>(action: Shown): Shown => ({ ...action, mode: 'secondary' });

export const buttons = (actions: readonly Action[]): ActionSet => ({ type: 'ActionSet', actions });
