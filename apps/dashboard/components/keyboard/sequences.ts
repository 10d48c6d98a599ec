/** Milliseconds within which the second key of a sequence follows the first, as tinykeys has it. */
const WITHIN_MS = 1000;

const sequences = new Set<string>();
let before = { key: '', at: -Infinity };
let latest = before;

/** Remembers shortcuts of several keys. Returns how to forget them. */
export function knowSequences(shortcuts: readonly { readonly keys: string }[]): () => void {
  const known = shortcuts.map(({ keys }) => keys).filter((keys) => keys.includes(' '));
  for (const keys of known) sequences.add(keys);
  return () => {
    for (const keys of known) sequences.delete(keys);
  };
}

/** Notes every key that is pressed, before anybody acts on it. Returns how to stop that. */
export function watchKeys(): () => void {
  const note = ({ key, timeStamp }: KeyboardEvent): void => {
    before = latest;
    latest = { key, at: timeStamp };
  };
  window.addEventListener('keydown', note, { capture: true });
  return () => window.removeEventListener('keydown', note, { capture: true });
}

/** Whether a key ends a sequence: then it is not a shortcut by itself. */
export const endsSequence = ({ key, timeStamp }: KeyboardEvent): boolean =>
  timeStamp - before.at < WITHIN_MS && sequences.has(`${before.key} ${key}`);
