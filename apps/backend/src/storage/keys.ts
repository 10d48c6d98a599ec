/** What may stand between two slashes of a key: no hidden names, no `..`, nothing that a shell or an URL must quote. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

const LONGEST_NAME = 200;
const LONGEST_KEY = 800;

/** Whether it can name something stored: names of letters, digits, `.`, `_` and `-` with slashes between. */
export const isKey = (text: string): boolean =>
  text.length <= LONGEST_KEY &&
  text.split('/').every((name) => name.length <= LONGEST_NAME && NAME.test(name));

/** Returns the key itself. Keys are made by code, never by people, so a wrong one is a bug. @throws TypeError */
export function checkKey(key: string): string {
  if (!isKey(key)) throw new TypeError(`${JSON.stringify(key)} is not a key of something stored.`);
  return key;
}

/** Returns what keys may begin with: nothing, a whole key, or one that ends in a slash. @throws TypeError */
export function checkPrefix(prefix: string): string {
  if (prefix !== '') checkKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
  return prefix;
}
