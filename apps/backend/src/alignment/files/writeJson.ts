import { LINE_PROBLEMS } from '../../pipeline/lines/lineCodes.ts';
import { to4 } from '../../pipeline/lines/to4.ts';
import type { Alignment, Heard, HeardLine } from '../alignment.ts';

/** The version of the files that `align` writes as JSON: it changes where a reader would have to. */
const VERSION = 1;

/** An alignment as JSON, an item a row, so that people can read it and compare two of them. */
export function writeJson({
  voice,
  script,
  language,
  clock,
  seconds,
  words,
  phones,
  lines,
}: Alignment): string {
  const head = { version: VERSION, voice, script, language, clock, seconds: to4(seconds) };
  const fields = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  return (
    `{\n${fields.join('')}` +
    `  "words": ${rows(words.map(heard))},\n` +
    `  "phones": ${rows(phones.map(heard))},\n` +
    `  "lines": ${rows(lines.map(line))}\n}\n`
  );
}

const rows = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;

const heard = ({ start, end, text, confidence, line }: Heard): object => ({
  ...{ start: to4(start), end: to4(end), text, confidence: to4(confidence), line },
});

const line = ({ index, start, end, text, confidence, fits, problem, character }: HeardLine): object => ({
  ...{ index, start: to4(start), end: to4(end), text, confidence: to4(confidence), fits },
  ...(problem !== undefined && { problem, reason: LINE_PROBLEMS[problem] }),
  ...(character !== undefined && { character }),
});
