/** Reads what the app's package is made of from the environment; names every fault at once, each with its remedy. */
import { z } from 'zod';

/** Something that keeps the package from being made. */
export type PackageFault = { readonly what: string; readonly fault: string; readonly remedy: string };

const isBlank = /^[0-]+$/;
const guid = z
  .guid('is not a GUID')
  .refine((id) => !isBlank.test(id), 'is a GUID of zeros, which stands for none');
const longest = 2048;
const address = z
  .url({ protocol: /^https$/, hostname: z.regexes.hostname, error: 'is not an https address' })
  .max(longest, `has more than ${longest} characters`);
const bareAddress = address
  .transform((url) => new URL(url))
  .refine(({ href, origin }) => href === `${origin}/`, 'has more than a host')
  .transform(({ origin }) => origin);
const nameLength = 32;

/** The server's settings that the manifest must agree with, and those that only the manifest has. */
const wanted = {
  TEAMS_APP_ID: {
    shape: guid,
    remedy:
      'make a GUID once (uuidgen makes one) and give the same to the server; a new one would be another app',
  },
  BOT_ID: { shape: guid, remedy: "give the bot's client id, the same as the server's" },
  TAB_CLIENT_ID: {
    shape: guid,
    remedy: "give the client id of the tab's Entra app registration, the same as the server's",
  },
  PUBLIC_URL: {
    shape: bareAddress,
    remedy: 'give the https address that Teams reaches the server by, such as https://line.example',
  },
  DEVELOPER_NAME: {
    shape: z.string().max(nameLength, `has more than ${nameLength} characters`),
    remedy: `give the name of who is answerable for the app, at most ${nameLength} characters`,
  },
  DEVELOPER_URL: { shape: address, remedy: 'give the https address of the page that tells about the line' },
  PRIVACY_URL: { shape: address, remedy: "give the https address of the line's privacy notice" },
  TERMS_URL: { shape: address, remedy: "give the https address of the line's terms of use" },
} satisfies Record<string, { readonly shape: z.ZodType<string>; readonly remedy: string }>;

type Setting = keyof typeof wanted;
export type AppSettings = Readonly<Record<Setting, string>>;
export const appSettings = Object.keys(wanted) as readonly Setting[];

/** The settings, as far as they are right, and what is wrong with the others. An empty value counts as none. */
export function readAppSettings(env: NodeJS.ProcessEnv): {
  readonly settings: Partial<AppSettings>;
  readonly faults: readonly PackageFault[];
} {
  const read = appSettings.map((name) => readSetting(name, env[name]?.trim()));
  return {
    settings: Object.fromEntries(read.flatMap(({ name, value }) => (value ? [[name, value]] : []))),
    faults: read.flatMap(({ fault }) => fault ?? []),
  };
}

type Read = { readonly name: Setting; readonly value?: string; readonly fault?: PackageFault };

function readSetting(name: Setting, given: string | undefined): Read {
  const { shape, remedy } = wanted[name];
  if (!given) return { name, fault: { what: name, fault: 'is missing', remedy } };
  const read = shape.safeParse(given);
  if (read.success) return { name, value: read.data };
  const [issue] = read.error.issues;
  return { name, fault: { what: name, fault: issue?.message ?? 'is not right', remedy } };
}

/** Teams takes three numbers and nothing after them; a package it has seen must come back with a greater version. */
export function readVersion(version: string): PackageFault | undefined {
  if (/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version)) return undefined;
  const fault = 'is not three numbers with dots between';
  return { what: 'version in package.json', fault, remedy: 'write it such as 1.4.0' };
}
