import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

const administrators = ['administrator'] as const;
const producers = ['administrator', 'producer'] as const;
const makers = ['administrator', 'producer', 'artist'] as const;
const judges = ['administrator', 'producer', 'reviewer', 'client'] as const;
const house = ['administrator', 'producer', 'artist', 'reviewer'] as const;
const everyone = ['administrator', 'producer', 'artist', 'reviewer', 'client'] as const;

/** Who may do what to which noun, in their own organisation. What is not written here nobody may do. */
export const ACCESS = {
  organisations: { read: everyone, edit: administrators, create: [] },
  people: { read: house, create: administrators, edit: administrators, delete: administrators },
  tokens: { read: house, create: house, delete: house },
  webhooks: { read: administrators, create: administrators, edit: administrators, delete: administrators },
  audit: { read: administrators },
  titles: { read: everyone, create: producers, edit: producers, delete: administrators },
  uploads: { read: makers, create: makers, delete: makers },
  sources: { read: everyone, create: producers, edit: producers },
  shots: { read: everyone },
  performers: { read: house, create: makers, edit: makers },
  characters: { read: house, create: makers, edit: makers, delete: makers },
  dubs: { read: everyone, create: producers, edit: producers, delete: producers },
  replacements: { read: house, create: producers, edit: producers, delete: producers },
  stems: { read: house, create: makers, edit: makers, delete: makers },
  scripts: { read: everyone, create: makers, delete: makers },
  pronunciations: { read: everyone, create: makers, edit: makers, delete: makers },
  lines: { read: everyone, edit: makers },
  plans: { read: house, create: makers },
  drafts: { read: house, create: makers },
  runs: { read: house, create: makers, edit: makers },
  takes: { read: everyone },
  notes: { read: everyone, create: everyone, edit: everyone, delete: everyone },
  verdicts: { read: everyone, create: judges },
  rights: { read: house, create: producers, edit: producers },
  deliveries: { read: everyone, create: producers },
  models: { read: house },
  workers: { read: house },
  events: { read: everyone },
} as const satisfies Record<string, Partial<Record<Verb, readonly Role[]>>>;

type Verb = 'read' | 'create' | 'edit' | 'delete';

/** A word of the language of rights: `titles:create`. */
export type Permission = {
  [Noun in keyof typeof ACCESS]: `${Noun}:${Extract<keyof (typeof ACCESS)[Noun], string>}`;
}[keyof typeof ACCESS];

/** Every permission that there is. */
export const permissions: readonly Permission[] = Object.entries(ACCESS).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}:${verb}` as Permission),
);

/** Whether a role may do something; operators may make organisations too. */
export function roleMay(role: Role, permission: Permission, operator = false): boolean {
  if (permission === 'organisations:create') return operator;
  const [noun, verb] = permission.split(':');
  const verbs: Readonly<Record<string, readonly Role[]>> = ACCESS[noun as keyof typeof ACCESS];
  return verbs[verb].includes(role);
}

/** Whether somebody may do something: their role allows it, and their token, if they use one, too. */
export const may = ({ role, operator, scopes }: Actor, permission: Permission): boolean =>
  roleMay(role, permission, operator) && (scopes === null || scopes.includes(permission));
