import { createHash, randomBytes } from 'node:crypto';

/** Makes a secret that nobody guesses, with a few letters before it that tell what it is: 256 bits in base64url. */
export const newSecret = (kind: string): string => `${kind}_${randomBytes(32).toString('base64url')}`;

/** What is kept of such a secret: its SHA-256. It is too long to be guessed, so it needs no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
