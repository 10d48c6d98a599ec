import { basename } from 'node:path';
import type { MouthShape } from '@mondwerk/film';
import type { HeardMouth } from './heardMouth.ts';
import type { ToldCue } from './mouth/toldCues.ts';
import { describeHeard } from '../hearScript.ts';
import { nameLines, oddLines } from './nameLines.ts';
import { listed } from './outFiles.ts';

const COUNTED: readonly (readonly [MouthShape, string])[] = [
  ['closed', 'closures'],
  ['lip-to-teeth', 'with a lip at the teeth'],
  ['rounded', 'rounded'],
];

/** So many lines that differ most are named. */
const MOST_NAMED = 5;

/** What a person wants to know once cues are written: how many of each shape, and which lines of a film fit least. */
export function sayCues(
  { alignment, seen, hearing }: HeardMouth,
  cues: readonly ToldCue[],
  written: readonly string[],
): string {
  const counts = COUNTED.map(
    ([shape, name]) => `${cues.filter((cue) => cue.shape === shape).length} ${name}`,
  );
  const odd = oddLines(alignment.lines);
  return [
    ...(hearing === null ? [] : [describeHeard(hearing)]),
    `${alignment.voice}: ${alignment.lines.length === 1 ? '1 line asks' : `${alignment.lines.length} lines ask`} for ${listed(counts)}.`,
    ...(odd.length > 0
      ? [
          `The voice does not seem to say ${odd.length === 1 ? 'line' : 'lines'} ${nameLines(odd)} of the script: check them.`,
        ]
      : []),
    ...(seen === null ? [] : [saySeen(seen)]),
    `Written: ${listed(written.map((path) => basename(path)))}.`,
  ].join('\n');
}

function saySeen(seen: NonNullable<HeardMouth['seen']>): string {
  const known = seen.filter(({ mismatch }) => mismatch !== null);
  if (known.length === 0) return 'No mouth that says a line can be seen in the film.';
  const worst = known
    .toSorted((a, b) => b.mismatch! - a.mismatch!)
    .slice(0, MOST_NAMED)
    .map(({ index, mismatch }) => `${index + 1} (${mismatch!.toFixed(2)})`);
  return `Mouths are seen in ${known.length} of ${seen.length} lines; they differ most in ${listed(worst)}, where 0 is a mouth that fits and 1 one that does not at all.`;
}
