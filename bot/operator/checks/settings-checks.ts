/** Checks what needs nobody else: Node, the settings, and the days on which secrets end. */
import { SettingsError } from '../../settings.ts';
import { type Check, type CheckResult, failure, ok, warning } from './check.ts';

/** The lines of Node that the tests run on, each with its first minor version. */
const nodeLines: Readonly<Record<number, number>> = { 20: 19, 22: 0, 24: 0 };
/** Node 20: the line runs on it, but what is found wrong in it stays so. */
const past = 'has had no security fixes since April 2026';

export const nodeCheck: Check = {
  name: 'node',
  run: async ({ nodeVersion }) => {
    const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
    const first = nodeLines[major];
    const remedy = 'Run Node 22 or 24 (infra/Dockerfile brings its own 22).';
    if (major < 20 || (major === 20 && minor < 19)) return [failure(`${nodeVersion} is too old.`, remedy)];
    if (first === undefined || minor < first)
      return [warning(`${nodeVersion} is not a version that the line is tested on.`, remedy)];
    return [major === 20 ? warning(`${nodeVersion} ${past}.`, remedy) : ok(nodeVersion)];
  },
};

export const settingsCheck: Check = {
  name: 'settings',
  run: async ({ settings }) => {
    try {
      const { local } = settings();
      return [ok(local ? 'All are there, for this machine only (LOCAL=1).' : 'All are there.')];
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return error.faults.map(({ setting, fault, remedy }) =>
        failure(`${setting} ${fault}.`, `${sentence(remedy)} See README, “Settings”.`),
      );
    }
  },
};

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const dayMs = 86_400_000;
const warnDays = 30;

/** Whose end nobody knows but Entra, and who wrote it down. */
const secrets = [
  { secret: 'BOT_PASSWORD', ends: 'BOT_PASSWORD_EXPIRES', whose: 'the bot' },
  {
    secret: 'DIRECTORY_CLIENT_SECRET',
    ends: 'DIRECTORY_SECRET_EXPIRES',
    whose: 'the directory’s application',
  },
] as const;

export const secretsCheck: Check = {
  name: 'secrets',
  run: async ({ env, now }) => {
    const used = secrets.filter(({ secret }) => env[secret]?.trim());
    if (used.length === 0) return [ok('None is used: nothing expires.')];
    return used.map((one) => secretFound(one, env, now()));
  },
};

function secretFound(
  { secret, ends, whose }: (typeof secrets)[number],
  env: NodeJS.ProcessEnv,
  now: number,
): CheckResult {
  const given = env[ends]?.trim();
  const renew = `Make ${whose} a new secret in Entra, set it as ${secret} and its end as ${ends}, and restart the server.`;
  if (!given)
    return warning(
      `Nobody knows when ${secret} expires.`,
      `Set ${ends} to the day that Entra shows beside the secret, such as 2027-05-31.`,
    );
  const day = /^\d{4}-\d{2}-\d{2}/.exec(given)?.[0] ?? '';
  const days = Math.floor((Date.parse(day) - now) / dayMs);
  if (Number.isNaN(days)) return warning(`${ends} is not a day.`, 'Write it such as 2027-05-31.');
  if (days < 0) return failure(`${secret} expired on ${day}.`, renew);
  if (days <= warnDays) return warning(`${secret} expires on ${day}, in ${days} days.`, renew);
  return ok(`${secret} lasts until ${day}.`);
}
