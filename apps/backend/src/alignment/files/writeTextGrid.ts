import { to4 } from '../../pipeline/lines/to4.ts';
import type { Alignment, Heard } from '../alignment.ts';
import { lanesOf, type Lane } from '../lanes.ts';

interface Tier {
  readonly name: string;
  readonly items: readonly Said[];
}

type Said = Pick<Heard, 'start' | 'end' | 'text'>;

/**
 * An alignment as a TextGrid of Praat in its long form: tiers of lines, words and phones whose intervals leave no gap,
 * silence being an interval without text. Where lines are said at once, everybody has tiers of their own, `ANNA - words`.
 */
export function writeTextGrid(alignment: Alignment): string {
  const { seconds, lines } = alignment;
  const lanes = lanesOf(lines);
  const tiers = lanes.flatMap((lane, at) => tiersOf(lane, nameOf(lanes, at), alignment));
  return (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\n' +
    `xmin = 0 \nxmax = ${to4(seconds)} \ntiers? <exists> \nsize = ${tiers.length} \nitem []: \n` +
    tiers.map((tier, at) => writeTier(tier, at + 1, to4(seconds))).join('')
  );
}

/** What stands in front of a lane's tiers; the second lane of somebody who speaks twice at once is numbered. */
function nameOf(lanes: readonly Lane[], at: number): string {
  if (lanes.length === 1) return '';
  const { character = 'line' } = lanes[at];
  const before = lanes.slice(0, at).filter((lane) => (lane.character ?? 'line') === character).length;
  return `${character}${before === 0 ? '' : ` ${before + 1}`} - `;
}

function tiersOf({ lines }: Lane, name: string, { words, phones }: Alignment): Tier[] {
  const own = new Set(lines.map(({ index }) => index));
  const inLane = (heard: readonly Heard[]): Heard[] => heard.filter(({ line }) => own.has(line));
  return [
    { name: `${name}lines`, items: lines },
    { name: `${name}words`, items: inLane(words) },
    { name: `${name}phones`, items: inLane(phones) },
  ];
}

function writeTier({ name, items }: Tier, number: number, end: number): string {
  const intervals = withoutGaps(items, end);
  return (
    `    item [${number}]:\n        class = "IntervalTier" \n        name = ${quoted(name)} \n` +
    `        xmin = 0 \n        xmax = ${end} \n        intervals: size = ${intervals.length} \n` +
    intervals.map(writeInterval).join('')
  );
}

const writeInterval = ({ start, end, text }: Said, at: number): string =>
  `        intervals [${at + 1}]:\n            xmin = ${start} \n            xmax = ${end} \n` +
  `            text = ${quoted(text)} \n`;

function withoutGaps(items: readonly Said[], end: number): Said[] {
  const intervals: Said[] = [];
  let at = 0;
  const add = (until: number, text: string): void => {
    if (until <= at) return;
    intervals.push({ start: at, end: until, text });
    at = until;
  };
  for (const item of items) {
    add(Math.min(end, to4(item.start)), '');
    add(Math.min(end, to4(item.end)), item.text);
  }
  add(end, '');
  return intervals;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`;
