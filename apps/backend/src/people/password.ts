import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '@mondwerk/film';

/** argon2id as OWASP's Password Storage Cheat Sheet asks for it: 19 MiB, two passes, one thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const LEAST_LENGTH = 12;

/** The longest password that is read at all. */
export const MOST_LENGTH = 200;

/** The same letters may be written in several ways in Unicode; a password is the same in all of them. */
const plain = (password: string): string => password.normalize('NFKC');

/** What is kept of a password. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password), COST);

let nobodys: Promise<string> | undefined;

/** Whether it is the password; with nothing to compare it takes as long, so that time does not tell who exists. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const same = await verify(kept ?? (await nobodys), plain(password));
  return kept !== null && same;
}

/** Checks that a password is a good one: long, and not one's own address. @throws Refusal `password-weak`. */
export function checkPassword(password: string, email: string): void {
  if (plain(password).length < LEAST_LENGTH) {
    throw new Refusal(
      'password-weak',
      `A password has at least ${LEAST_LENGTH} characters: a few words do well.`,
    );
  }
  if (plain(password).toLowerCase() === email) {
    throw new Refusal('password-weak', 'Your e-mail is not a password: others know it.');
  }
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Makes a secret to be read and typed by people: groups of letters that look like no others, 5 bits each. */
export const readableSecret = (groups: number, length: number): string =>
  Array.from({ length: groups }, () =>
    Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join(''),
  ).join('-');

/** A password that is lent to somebody until they choose their own. */
export const oneTimePassword = (): string => readableSecret(4, 5);
