import { z } from 'zod';
import { SETTINGS } from '../apps/backend/src/settings.ts';

interface Described {
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
}

const INTRODUCTION = `# Settings

Environment variables of \`mondwerk start\`, \`web\`, \`worker\` and the commands that care for them. They are read once, in
\`apps/backend/src/settings.ts\`; a wrong one stops the start with all mistakes named at once. An empty one counts as not given.
Web processes and workers need the same \`DATABASE_URL\`, \`STORAGE_URL\` and \`SECRET_KEY\`. \`mondwerk doctor\` tells whether all is
well. This page is written by \`npm run docs\`.
`;

/** What depends on the machine or on another setting, in words. */
const IN_WORDS: Readonly<Record<string, string>> = {
  DATA_FOLDER: '`~/.local/share/mondwerk`, as root `/var/lib/mondwerk`',
  CACHE_BYTES: '200 GiB',
};

/** Writes up every setting: its name, what it is when nothing is said, what it does. */
export function settingsPage(): string {
  const { properties = {} } = z.toJSONSchema(SETTINGS, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, schema]) => rowOf(name, schema as Described));
  return [
    INTRODUCTION,
    '| setting | when not given | what it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function rowOf(name: string, { description = '', default: usual, enum: choices = [] }: Described): string {
  const plain = usual === undefined || usual === '' ? '' : `\`${String(usual)}\``;
  const among = choices.length > 0 ? `: ${choices.map((choice) => `\`${choice}\``).join(', ')}` : '';
  return `| \`${name}\` | ${IN_WORDS[name] ?? plain} | ${description}${among} |`;
}
