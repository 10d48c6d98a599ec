import { Refusal } from '@mondwerk/film';

/** Strings, which stay as they are, and comments. */
const COMMENTS = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//g;

/** Strings, and commas before a closing bracket. */
const COMMAS = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;

/** What is taken out becomes spaces, so that lines stay what they were. */
const without = (text: string, tokens: RegExp): string =>
  text.replace(tokens, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, ' ')));

/**
 * Reads JSON in which there may be comments (// and /* *\/) and a comma after the last of a list. @throws Refusal
 * `settings-unreadable` that names the line.
 */
export function readJsonWithComments(text: string, name: string): unknown {
  const plain = without(without(text.replace(/^\uFEFF/, ' '), COMMENTS), COMMAS);
  try {
    return JSON.parse(plain);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(error.message)?.[1];
    const place =
      at === undefined ? 'at its end' : `in line ${plain.slice(0, Number(at)).split('\n').length}`;
    throw new Refusal(
      'settings-unreadable',
      `${name} is not JSON ${place}: look for a missing comma, quote or bracket there.`,
    );
  }
}
