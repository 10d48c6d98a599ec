import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { Permission } from '../access/access.ts';

/** Somebody signed in in a browser. */
export interface SessionRow {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  /** SHA-256 of what the browser's cookie holds. */
  readonly secret: string;
  /** When it was last used, to the minute. */
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly madeAt: Date;
}

/** A key with which somebody's programs use the API. */
export interface TokenRow {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly name: string;
  /** SHA-256 of the token, which is shown once and kept nowhere. */
  readonly secret: string;
  /** What it is good for, `null` for everything that its person may do. */
  readonly scopes: Permission[] | null;
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly madeAt: Date;
}

/** A link with which somebody chooses their password, once. */
export interface InvitationRow {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly secret: string;
  readonly expiresAt: Date;
  readonly madeAt: Date;
}

/** The authenticator app that somebody signs in with beside their password (TOTP, RFC 6238). */
export interface SecondFactorRow {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  /** Sealed with the service's key. */
  readonly secret: string;
  /** When its first code proved that it works; asked for only from then on. */
  readonly confirmedAt: Date | null;
  /** The half minute of the last code that was taken: no code is taken twice. */
  readonly lastStep: number;
  /** SHA-256 of each recovery code that is left. */
  readonly recoveryCodes: readonly string[];
  readonly madeAt: Date;
}

/** Who somebody is at an OpenID Connect provider. */
export interface IdentityRow {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly issuer: string;
  readonly subject: string;
  readonly madeAt: Date;
}

/** How often something was tried lately; kept in the way of rate-limiter-flexible. */
export interface RateLimitRow {
  readonly key: string;
  readonly points: number;
  /** In milliseconds since 1970. */
  readonly expire: number | null;
}

export const Sessions = table<SessionRow>(
  'sessions',
  {
    id: column.id,
    organisation: column.of('organisations'),
    person: column.of('people'),
    secret: column.text,
    seenAt: column.moment,
    expiresAt: column.moment,
    madeAt: column.madeAt,
  },
  { unique: [['secret']], index: [['person'], ['expiresAt']] },
);

export const Tokens = table<TokenRow>(
  'tokens',
  {
    id: column.id,
    organisation: column.of('organisations'),
    person: column.of('people'),
    name: column.text,
    secret: column.text,
    scopes: maybe(column.texts),
    expiresAt: maybe(column.moment),
    lastUsedAt: maybe(column.moment),
    madeAt: column.madeAt,
  },
  { unique: [['secret']], index: [['person', 'id']] },
);

export const Invitations = table<InvitationRow>(
  'invitations',
  {
    id: column.id,
    organisation: column.of('organisations'),
    person: column.of('people'),
    secret: column.text,
    expiresAt: column.moment,
    madeAt: column.madeAt,
  },
  { unique: [['person'], ['secret']] },
);

export const SecondFactors = table<SecondFactorRow>(
  'second_factors',
  {
    id: column.id,
    organisation: column.of('organisations'),
    person: column.of('people'),
    secret: column.text,
    confirmedAt: maybe(column.moment),
    lastStep: column.integer,
    recoveryCodes: column.texts,
    madeAt: column.madeAt,
  },
  { unique: [['person']] },
);

export const Identities = table<IdentityRow>(
  'identities',
  {
    id: column.id,
    organisation: column.of('organisations'),
    person: column.of('people'),
    issuer: column.text,
    subject: column.text,
    madeAt: column.madeAt,
  },
  { unique: [['issuer', 'subject']], index: [['person']] },
);

export const RateLimits = table<RateLimitRow>(
  'rate_limits',
  {
    key: { ...column.text, primary: true },
    points: { ...column.integer, default: 0 },
    expire: maybe(column.bytes),
  },
  { index: [['expire']] },
);
