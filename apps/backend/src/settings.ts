import { availableParallelism, homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '@mondwerk/film';
import { z } from 'zod';

/** What the environment says about where the command line was called. */
export interface Workplace {
  /** The folder that relative paths on the command line count from. */
  readonly folder: string;
  /** How many threads may work at once. */
  readonly workers: number;
  /** Where is kept what outlives a command. */
  readonly dataFolder: string;
  /** The speech model that is used whatever else was added; `null` where nothing is said. */
  readonly whisperModel: string | null;
}

/** PostgreSQL does not run as root, and its own user cannot look into root's home. */
const DATA_FOLDER = userInfo().uid === 0 ? '/var/lib/mondwerk' : join(homedir(), '.local/share/mondwerk');

/** Reads where a command was called. `npm run` changes folder and tells in INIT_CWD where that was. */
export const readWorkplace = (environment: NodeJS.ProcessEnv, folder: string): Workplace => ({
  folder: environment.INIT_CWD ?? folder,
  workers: availableParallelism(),
  dataFolder: resolve(environment.DATA_FOLDER || DATA_FOLDER),
  whisperModel: environment.WHISPER_MODEL ? resolve(environment.WHISPER_MODEL) : null,
});

const url = (...protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `an address that begins with ${protocols.join('// or ')}//`,
  });

const count = (least: number, most: number) =>
  z.coerce
    .number({ error: 'a number' })
    .int({ error: 'a whole number' })
    .min(least, { error: `at least ${least}` })
    .max(most, { error: `at most ${most}` });

const flag = z
  .enum(['true', 'false'], { error: 'true or false' })
  .default('false')
  .transform((value) => value === 'true');

/** Every setting of the service: its name in the environment, what it may be, what it is when nothing is said. */
export const SETTINGS = z.object({
  PORT: count(0, 65_535).default(4000).describe('Port of the API'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for the whole network'),
  PUBLIC_URL: url('http:', 'https:')
    .optional()
    .describe('Where browsers reach the API, when that is behind a proxy'),
  DASHBOARD_PORT: count(0, 65_535).default(3000).describe('Port of the dashboard'),
  DASHBOARD_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address on which the dashboard listens; 0.0.0.0 for the whole network'),
  DASHBOARD_URL: url('http:', 'https:')
    .optional()
    .describe('Where browsers reach the dashboard; http://localhost and its port when not given'),
  API_URL: url('http:', 'https:')
    .default('http://127.0.0.1:4000')
    .describe('Where the dashboard’s process reaches the API, which browsers see under its /api'),
  TRUST_PROXY: flag.describe(
    'Whether X-Forwarded-For and -Proto are believed, of the one proxy of your own in front',
  ),
  DATA_FOLDER: z
    .string()
    .default(DATA_FOLDER)
    .describe('Where the embedded database, stored files and keys lie'),
  DATABASE_URL: url('postgres:', 'postgresql:')
    .optional()
    .describe('A PostgreSQL of your own (15 or later) instead of the embedded one'),
  STORAGE_URL: url('file:', 's3:')
    .optional()
    .describe(
      'Where files are stored: file:///folder or s3://bucket/prefix?endpoint=…&region=…; a folder in DATA_FOLDER when not given',
    ),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key for an s3:// storage'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Its secret'),
  CACHE_FOLDER: z
    .string()
    .optional()
    .describe('Where workers keep copies of what is in S3; a folder in DATA_FOLDER when not given'),
  CACHE_BYTES: count(1, Number.MAX_SAFE_INTEGER)
    .default(200 * 2 ** 30)
    .describe('How large those copies may become together'),
  IMPORT_ROOTS: z
    .string()
    .default('')
    .describe('Folders from which media may be imported without uploading, separated by colons'),
  IMPORT_S3_URL: url('s3:')
    .optional()
    .describe('A bucket from which media may be imported, written like STORAGE_URL, with the same keys'),
  UPLOAD_DAYS: count(1, 365)
    .default(7)
    .describe('For how many days an unfinished upload to which nothing is added is kept'),
  QUOTA_BYTES: count(1, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('How much a new organisation may store; no limit when not given'),
  SECRET_KEY: z
    .string()
    .min(32, { error: 'at least 32 characters' })
    .optional()
    .describe('Seals secrets in the database; made and kept in DATA_FOLDER when not given'),
  SESSION_HOURS: count(1, 24 * 90)
    .default(12)
    .describe('How long somebody stays signed in'),
  REQUESTS_PER_MINUTE: count(1, 10_000_000)
    .default(6000)
    .describe('How fast one person or token may ask; the rest is told to wait'),
  OIDC_ISSUER: url('http:', 'https:').optional().describe('OpenID Connect provider to sign in with'),
  OIDC_CLIENT_ID: z.string().optional().describe('Our name there'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Our secret there'),
  WEBHOOKS_INSIDE: flag.describe(
    'Whether webhooks may be on this machine and in its network, as when all tools are inside',
  ),
  EVENT_DAYS: count(1, 365)
    .default(14)
    .describe('For how many days events are kept for those who were not listening'),
  WORK_DAYS: count(1, 3650)
    .default(30)
    .describe('For how many days after the last run of a title artifacts are kept that can be made again'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'trace, debug, info, warn, error or silent',
    })
    .default('info')
    .describe('What is logged'),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: 'at least 16 characters' })
    .optional()
    .describe('Bearer token that /metrics asks for; open to this machine only when not given'),
  WHISPER_MODEL: z
    .string()
    .optional()
    .describe(
      'Path of the speech model that transcribes (docs/transcription.md); the largest in DATA_FOLDER when not given',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:')
    .optional()
    .describe('Where traces are sent; none are made when not given'),
});

type Environment = z.output<typeof SETTINGS>;

/** What the service is told by its environment, complete and checked. */
export interface Settings extends Environment {
  readonly DASHBOARD_URL: string;
  readonly storageUrl: string;
  readonly cacheFolder: string;
  readonly importRoots: readonly string[];
}

/** Settings that make sense only together. */
const TOGETHER: readonly (readonly (keyof Environment)[])[] = [
  ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

/** Reads the service's settings. @throws Refusal `settings-wrong` that names every mistake. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  // An empty variable is what a compose file makes of one that was not given.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = SETTINGS.safeParse(given);
  const mistakes = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} must be ${message}`),
    ...TOGETHER.flatMap((names) => halfGiven(names, given)),
  ];
  if (!read.success || mistakes.length > 0) {
    const list = mistakes.map((mistake) => `\n  ${mistake}`).join('');
    throw new Refusal('settings-wrong', `The settings are wrong (docs/settings.md explains them):${list}`);
  }
  const settings = read.data;
  const folder = resolve(settings.DATA_FOLDER);
  return {
    ...settings,
    DATA_FOLDER: folder,
    DASHBOARD_URL: settings.DASHBOARD_URL ?? `http://localhost:${settings.DASHBOARD_PORT}`,
    storageUrl: settings.STORAGE_URL ?? pathToFileURL(join(folder, 'storage')).href,
    cacheFolder: resolve(settings.CACHE_FOLDER ?? join(folder, 'cache')),
    importRoots: settings.IMPORT_ROOTS.split(':')
      .filter(Boolean)
      .map((root) => resolve(root)),
  };
}

/** The keys for an s3:// storage; `null` when there are none. */
export const s3CredentialsOf = ({ S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Settings): S3Keys | null =>
  S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined
    ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
    : null;

interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

function halfGiven(names: readonly string[], given: Readonly<Record<string, unknown>>): string[] {
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return [`${missing.join(' and ')} must be given too, or none of ${names.join(', ')}`];
}
