import { LINE_PROBLEMS, type LineProblem } from '../../pipeline/lines/lineCodes.ts';
import type { Heard, HeardLine } from '../alignment.ts';
import { oddLines } from '../nameLines.ts';
import { fitText, readsFromRight } from './fitText.ts';
import { clockOf, HEIGHTS, partIn, type RowScale } from './layout.ts';
import { classOf } from './style.ts';
import { element, escapeXml, px, tooltip } from './svg.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const times = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `${clockOf(start, 3)} – ${clockOf(end, 3)} (${Math.round((end - start) * 1000)} ms)`;

/** The lines of one lane that a row shows: number, character, text, and why the sound does not carry it. */
export function drawLines(lines: readonly HeardLine[], row: RowScale, y: number): string {
  return lines
    .map((line) => {
      const part = partIn(line, row);
      if (part === undefined) return '';
      const [x, width] = [row.x(part.from), row.x(part.to) - row.x(part.from)];
      const box = { class: isOdd(line) ? 'odd' : 'line', x, y, width, height: HEIGHTS.line, rx: 3 };
      return element(
        'g',
        {},
        tooltip(lineTooltip(line)) + element('rect', box) + lineLabel(line, x, width, y),
      );
    })
    .join('');
}

/** Why a line does not fit, in as few words as its box has room for. */
const SHORT: Readonly<Record<LineProblem, string>> = {
  'not-heard': 'not heard',
  'other-words': 'other words are said',
  'words-unknown': 'words not known',
  'too-fast': 'too fast to be said',
  overlaps: 'another line is said meanwhile',
  'off-time': 'off its time',
};

/** How much wider letters of the heavier type are. */
const BOLD = 1.14;

const isOdd = (line: HeardLine): boolean => oddLines([line]).length > 0;

/** What does not fit says so in front: the text itself may be long. */
function lineLabel(line: HeardLine, x: number, width: number, y: number): string {
  const reason = line.fits ? '' : `${isOdd(line) ? '✕ ' : ''}${SHORT[line.problem ?? 'other-words']} · `;
  const front = `${line.index + 1}${line.character === undefined ? '' : ` ${line.character}`}  ${reason}`;
  const right = readsFromRight(line.text);
  const bold = isOdd(line) ? BOLD : 1;
  const fitted = fitText(right ? line.text : `${front}${line.text}`, (width - 10 - (right ? 60 : 0)) / bold, {
    most: 13,
    least: 9,
  });
  const middle = y + HEIGHTS.line * 0.69;
  const style = isOdd(line) ? 'reason' : undefined;
  const at = (text: string, size: number, more: object): string =>
    element('text', { class: style, y: middle, 'font-size': size, ...more }, escapeXml(text));
  if (!right) return fitted === undefined ? '' : at(fitted.text, fitted.size, { x: x + 5 });
  const head = fitText(front.trimEnd(), Math.min(width - 10, fitted === undefined ? width : 400), {
    most: 13,
    least: 9,
  });
  return (
    (head === undefined ? '' : at(head.text, head.size, { x: x + 5 })) +
    (fitted === undefined ? '' : at(fitted.text, fitted.size, { x: x + width - 5, direction: 'rtl' }))
  );
}

const lineTooltip = (line: HeardLine): string =>
  [
    `Line ${line.index + 1}${line.character === undefined ? '' : `, ${line.character}`}: ${line.text}`,
    `${times(line)}, confidence ${percent(line.confidence)}`,
    ...(line.fits ? [] : [LINE_PROBLEMS[line.problem ?? 'other-words']]),
  ].join('\n');

/** Words in boxes. A short word may write into the silence beside it. */
export function drawWords(words: readonly Heard[], row: RowScale, y: number): string {
  return words
    .map((word, at) => {
      const part = partIn(word, row);
      if (part === undefined) return '';
      const [left, right] = [row.x(part.from), row.x(part.to)];
      const room = roomFor(left, right, row, words[at - 1], words[at + 1]);
      const label = fitText(word.text, room, { most: 13, least: 7 });
      return (
        box(word, { left, right, y, height: HEIGHTS.words }, 'Word') +
        labelAt(label, left, right, y + 14.5) +
        '</g>'
      );
    })
    .join('');
}

/** No text goes further from the middle of its box than this into what is free beside it. */
const MOST_ASIDE = 60;

/** How wide a text in the middle of a box may be before it meets its neighbours. */
function roomFor(left: number, right: number, row: RowScale, before?: Heard, after?: Heard): number {
  const middle = (left + right) / 2;
  const [from, to] = [before ? row.x(before.end) : -Infinity, after ? row.x(after.start) : Infinity];
  return Math.max(right - left - 3, 2 * Math.min(middle - from, to - middle, MOST_ASIDE) - 3);
}

/** Sounds in boxes; every other one writes lower, so that short ones have room. */
export function drawPhones(phones: readonly Heard[], row: RowScale, y: number): string {
  return phones
    .map((phone, at) => {
      const part = partIn(phone, row);
      if (part === undefined) return '';
      const [left, right] = [row.x(part.from), row.x(part.to)];
      const room = Math.min(26, roomFor(left, right, row, phones[at - 2], phones[at + 2]));
      const label = fitText(phone.text, Math.max(right - left - 1, room), { most: 13, least: 8 });
      const baseline = y + (at % 2 === 0 ? 12.5 : 25);
      return (
        box(phone, { left, right, y, height: HEIGHTS.phones }, 'Sound') +
        labelAt(label, left, right, baseline) +
        '</g>'
      );
    })
    .join('');
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

function box(heard: Heard, { left, right, y, height }: Place, kind: string): string {
  const rect = { class: classOf(heard.confidence), x: left, y, width: right - left, height };
  const text = `${kind} ${heard.text}\n${times(heard)}, confidence ${percent(heard.confidence)}`;
  return `<g>${tooltip(text)}${element('rect', rect)}`;
}

const labelAt = (label: ReturnType<typeof fitText>, left: number, right: number, y: number): string =>
  label === undefined
    ? ''
    : `<text x="${px((left + right) / 2)}" y="${px(y)}" font-size="${px(label.size)}" text-anchor="middle">${escapeXml(label.text)}</text>`;
