/** What the server says is missing or wrong when it is given these settings. */
import assert from 'node:assert/strict';
import { readSettings, SettingsError } from '../../bot/settings.ts';

/** The settings' names, as the server names them; `A or B` where one of two will do. */
export function settingsFaults(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.faults.map(({ setting }) => setting);
  }
}
