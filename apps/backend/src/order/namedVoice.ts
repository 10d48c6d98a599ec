import { Refusal } from '@mondwerk/film';

/** A file of the dubbed voice, or of other footage, as it is named on the command line. */
export interface NamedVoice {
  readonly path: string;
  /** Whose it is, `null` when it is not one character's. */
  readonly character: string | null;
}

/**
 * Reads `NAME=FILE` or `FILE`. What comes before the first `=` is a name unless there is a slash in it, so that a file
 * whose own name holds `=` is given as `./FILE`. @throws Refusal `command-line` where either is empty.
 */
export function readNamedVoice(text: string, option = '--voice'): NamedVoice {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  if (at < 0 || name.includes('/')) return { path: text, character: null };
  const [character, path] = [name.trim(), text.slice(at + 1)];
  if (character !== '' && path.trim() !== '') return { path, character };
  throw new Refusal(
    'command-line',
    `${option} ${text} does not say ${character === '' ? 'whose it is' : 'which file it is'}: write ${option} NAME=FILE, or ${option} ./FILE for a file whose name holds =.`,
  );
}
