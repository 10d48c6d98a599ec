import { Refusal } from '@mondwerk/film';

/** Strings stay; comments, and commas before a closing bracket, become spaces, so that places stay what they were. */
const TOKENS =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;

/**
 * Reads JSON in which there may be comments (// and /* *\/) and a comma after the last of a list. @throws Refusal
 * `settings-unreadable` that names the line.
 */
export function readJsonWithComments(text: string, name: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, ' ')
    .replace(TOKENS, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, ' ')));
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
