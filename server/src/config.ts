import { isMailAddress } from '@versnellingstafel/shared/mail/mail-address';

/** How this process is set up; everything comes from the environment, nothing from a file. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** Folder for uploaded files, and for PGlite when there is no `databaseUrl`. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** `check` refuses to start on a database that is behind. */
  readonly migrate: 'auto' | 'check';
  readonly poolSize: number;
  readonly logLevel: string;
  /** The address that people type. */
  readonly publicUrl: URL | undefined;
  /** Megabytes that one upload may have. */
  readonly uploadMegabytes: number;
  /** The mail server; without one mail stays in the outbox. */
  readonly smtpUrl: string | undefined;
  /** Whom mail comes from. */
  readonly mailFrom: string;
  readonly trustProxy: boolean;
  readonly demo: boolean;
  readonly introspection: boolean;
  /** Folder of the built client. */
  readonly clientDir: string | undefined;
  /** End when the parent process ends: npm does not pass SIGTERM on. */
  readonly watchParent: boolean;
}

/** A setting that cannot be used; the message names it and the remedy, in Dutch and English. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that people may give. */
export const settingNames = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'DATABASE_URL',
  'MIGRATE',
  'POOL_SIZE',
  'LOG_LEVEL',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'UPLOAD_MAX_MB',
  'SMTP_URL',
  'MAIL_FROM',
  'DEMO',
  'INTROSPECTION',
  'CLIENT_DIR',
] as const;
/** Set by our own scripts, always with VT_ in front. */
const internalNames = ['PARENT_WATCH', 'NODE'] as const;
type Name = (typeof settingNames)[number] | 'PARENT_WATCH';

const logLevels: readonly string[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function bad(name: string, dutch: string, english: string): BadSetting {
  return new BadSetting(`${name}: ${dutch}\n${name}: ${english}`);
}

/** Letters that must change, come or go to make one word of the other; small numbers are slips of the finger. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/**
 * Names of ours are also understood with VT_ in front, and every other VT_ name is a mistake. Without that prefix only
 * near misses of the longer names are: HOSTNAME and the like belong to the system.
 */
function refuseMisspelt(environment: Environment): void {
  for (const key of Object.keys(environment)) {
    if (key.startsWith('VT_')) {
      const name = key.slice(3);
      if (([...settingNames, ...internalNames] as readonly string[]).includes(name)) continue;
      const nearest = settingNames.toSorted((one, other) => distance(name, one) - distance(name, other))[0];
      throw bad(
        key,
        `deze instelling bestaat niet. Bedoel je VT_${nearest}?`,
        `there is no such setting. Did you mean VT_${nearest}?`,
      );
    }
    const meant = settingNames.find((name) => name.length >= 7 && key !== name && distance(key, name) <= 1);
    if (meant && !(settingNames as readonly string[]).includes(key))
      throw bad(
        key,
        `deze instelling bestaat niet. Bedoel je ${meant}?`,
        `there is no such setting. Did you mean ${meant}?`,
      );
  }
}

class Reader {
  constructor(private readonly environment: Environment) {}

  text(name: Name): string | undefined {
    const value = this.environment[`VT_${name}`] ?? (name === 'PARENT_WATCH' ? undefined : this.environment[name]);
    return value === undefined || value.trim() === '' ? undefined : value.trim();
  }

  flag(name: Name, fallback: boolean): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (['1', 'true', 'yes', 'on'].includes(value)) return true;
    if (['0', 'false', 'no', 'off'].includes(value)) return false;
    throw bad(name, `«${value}» is geen ja of nee. Schrijf 1 of 0.`, `"${value}" is neither yes nor no. Write 1 or 0.`);
  }

  whole(name: Name, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    throw bad(
      name,
      `«${value}» is geen heel getal van ${min} tot ${max}.`,
      `"${value}" is not a whole number from ${min} to ${max}.`,
    );
  }

  oneOf<T extends string>(name: Name, fallback: T, words: readonly T[]): T {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    throw bad(
      name,
      `«${value}» kan niet. Kies uit: ${words.join(', ')}.`,
      `"${value}" is not possible. Choose one of: ${words.join(', ')}.`,
    );
  }

  /** An e-mail address; must be given when `needed`. */
  address(name: Name, needed: boolean): string {
    const value = this.text(name);
    if (value === undefined && !needed) return nobody;
    if (value !== undefined && isMailAddress(value)) return value;
    throw bad(
      name,
      'bij SMTP_URL hoort een adres waar de mail vandaan komt. Schrijf bijvoorbeeld tafel@example.nl',
      'SMTP_URL needs an address that mail comes from. Write for example table@example.nl',
    );
  }

  url(name: Name, protocols: readonly string[], example: string): URL | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return new URL(value);
    // The value is not repeated: it may hold a password.
    throw bad(
      name,
      `dit is geen goed adres. Schrijf bijvoorbeeld ${example}`,
      `this is not a valid address. Write for example ${example}`,
    );
  }
}

/** Whom mail comes from when nothing is sent. */
const nobody = 'versnellingstafel@demo.example';

/** Reads the settings. @throws BadSetting at the first that is misspelt or cannot be used. */
export function readConfig(environment: Environment): ServerConfig {
  refuseMisspelt(environment);
  const reader = new Reader(environment);
  const demo = reader.flag('DEMO', false);
  return {
    host: reader.text('HOST') ?? '127.0.0.1',
    port: reader.whole('PORT', 4000, 0, 65_535),
    dataDir: reader.text('DATA_DIR') ?? './.data',
    databaseUrl: reader.url(
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'postgres://user:password@localhost:5432/versnellingstafel',
    )?.href,
    migrate: reader.oneOf('MIGRATE', 'auto', ['auto', 'check']),
    poolSize: reader.whole('POOL_SIZE', 10, 1, 200),
    logLevel: reader.oneOf('LOG_LEVEL', 'info', logLevels),
    publicUrl: reader.url('PUBLIC_URL', ['http:', 'https:'], 'https://versnellingstafel.example.nl'),
    uploadMegabytes: reader.whole('UPLOAD_MAX_MB', 25, 1, 500),
    smtpUrl: reader.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@mail.example.nl:587')?.href,
    mailFrom: reader.address('MAIL_FROM', reader.text('SMTP_URL') !== undefined),
    trustProxy: reader.flag('TRUST_PROXY', false),
    demo,
    introspection: reader.flag('INTROSPECTION', demo),
    clientDir: reader.text('CLIENT_DIR'),
    watchParent: reader.flag('PARENT_WATCH', false),
  };
}

/** Can only somebody on this very machine get to this address? */
export function isPrivate(url: URL | undefined): boolean {
  return (
    url === undefined ||
    url.hostname === 'localhost' ||
    url.hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$|^\[::1\]$/.test(url.hostname)
  );
}
