import { formatTimecode, perSecond } from '@mondwerk/film';
import type { ScriptClock } from '@mondwerk/speech';
import type { Alignment, Heard, HeardLine } from '../alignment.ts';
import type { Lane } from '../lanes.ts';
import type { ToldCue } from '../mouth/toldCues.ts';
import type { Peaks } from '../soundShape.ts';
import { drawCues, drawCurve, drawDiffering, type DifferingLine, type Openings } from './drawMouth.ts';
import { drawLines, drawPhones, drawWords } from './drawSpeech.ts';
import { drawWave, waveTooltip } from './drawWave.ts';
import { clockOf, HEIGHTS, PAGE, partIn, type RowScale } from './layout.ts';
import { px, tooltip } from './svg.ts';

/** All that is drawn. */
export interface Pictured {
  readonly alignment: Alignment;
  readonly peaks: Peaks;
  /** How timecodes count. */
  readonly clock: ScriptClock;
  readonly cues: readonly ToldCue[];
  /** How far the lips shall stand apart, mouth by mouth. */
  readonly wanted: readonly Openings[];
  /** How far the lips that speak stand apart in the film, mouth by mouth; none where no film was looked at. */
  readonly seen: readonly Openings[];
  /** How visibly the film's mouths say something else, line by line; none where no film was looked at. */
  readonly differing: readonly DifferingLine[];
}

/** What all rows have in common. */
export interface RowLook {
  readonly lanes: readonly Lane[];
  readonly gain: number;
  /** The opening that is drawn as high as there is room, in eye distances. */
  readonly widest: number;
}

/** A row that was drawn, and how high it is. */
export interface DrawnRow {
  readonly svg: string;
  readonly height: number;
}

const LANE = HEIGHTS.line + HEIGHTS.words + HEIGHTS.phones + 2 * HEIGHTS.gap;

/** Draws what is said and shown between two instants, from `top` downward. */
export function drawRow(
  pictured: Pictured,
  { lanes, gain, widest }: RowLook,
  row: RowScale,
  top: number,
): DrawnRow {
  const { alignment, peaks, cues, wanted, seen } = pictured;
  const used = lanes.filter(({ lines }) => lines.some((line) => partIn(line, row) !== undefined));
  const wave = top + HEIGHTS.ruler + Math.max(1, used.length) * LANE;
  const marks = wave + HEIGHTS.wave + HEIGHTS.gap;
  const curve = marks + HEIGHTS.cues + HEIGHTS.gap;
  const end = curve + HEIGHTS.curve;
  const parts = [
    drawRuler(pictured, row, top),
    drawEdges(alignment.words, row, wave, end),
    ...used.map(({ lines }, at) => drawLane(alignment, lines, row, top + HEIGHTS.ruler + at * LANE)),
    `<g>${waveTooltip(gain)}${drawWave(peaks, gain, row, wave)}</g>`,
    drawCues(cues, row, marks),
    drawCurveFrame(row, curve, widest),
    ...wanted.map((openings) => drawCurve(openings, 'wanted', row, { y: curve, widest })),
    ...seen.map((openings) => drawCurve(openings, 'seen', row, { y: curve, widest })),
    drawDiffering(pictured.differing, row, curve),
    labels(used.length, { top, wave, marks, curve }),
  ];
  return { svg: `<g>${parts.join('\n')}</g>`, height: end - top };
}

function drawLane(
  { words, phones }: Alignment,
  lines: readonly HeardLine[],
  row: RowScale,
  y: number,
): string {
  const own = new Set(lines.map(({ index }) => index));
  const inLane = (heard: readonly Heard[]): Heard[] =>
    heard.filter((each) => own.has(each.line) && each.end > row.start - 1 && each.start < row.end + 1);
  const wordsAt = y + HEIGHTS.line + HEIGHTS.gap;
  return (
    drawLines(lines, row, y) +
    drawWords(inLane(words), row, wordsAt) +
    drawPhones(inLane(phones), row, wordsAt + HEIGHTS.words)
  );
}

/** Seconds with their numbers, tenths without; the row's timecode stands in front. */
function drawRuler({ clock }: Pictured, row: RowScale, top: number): string {
  const base = top + HEIGHTS.ruler - 4;
  let [ticks, numbers] = ['', ''];
  for (let tenth = Math.ceil(row.start * 10 - 1e-6); tenth <= row.end * 10 + 1e-6; tenth++) {
    const x = row.x(tenth / 10);
    ticks += `M${px(x)} ${px(base)}v${tenth % 10 === 0 ? -9 : tenth % 5 === 0 ? -6 : -3}`;
    if (tenth % 10 === 0 && tenth / 10 < row.end - 0.2)
      numbers += `<text class="small" x="${px(x + 3)}" y="${px(base - 4)}">${clockOf(tenth / 10, 0)}</text>`;
  }
  const frame = Math.round(row.start * perSecond(clock.rate));
  return (
    `<path class="tick" d="M${px(row.x(row.start))} ${px(base)}H${px(row.x(row.end))}${ticks}"/>${numbers}` +
    `<text class="row" x="16" y="${px(base)}">${clockOf(row.start)}</text>` +
    `<text class="small" x="16" y="${px(base + 15)}">${formatTimecode(frame, clock.rate, clock.start)}</text>`
  );
}

/** Where words begin and end, through all that is below them. */
function drawEdges(words: readonly Heard[], row: RowScale, from: number, to: number): string {
  const instants = new Set(words.flatMap(({ start, end }) => [start, end]));
  const path = [...instants]
    .filter((instant) => instant >= row.start && instant <= row.end)
    .map((instant) => `M${px(row.x(instant))} ${px(from)}V${px(to)}`)
    .join('');
  return path === '' ? '' : `<path class="edge" d="${path}"/>`;
}

function drawCurveFrame(row: RowScale, y: number, widest: number): string {
  const base = y + HEIGHTS.curve;
  const text = 'How far the lips stand apart, in distances between the outer corners of the eyes';
  return (
    `<g>${tooltip(text)}<path class="base" d="M${px(row.x(row.start))} ${px(base)}H${px(row.x(row.end))}"/>` +
    `<path class="base" stroke-dasharray="2 4" d="M${px(row.x(row.start))} ${px(y + 6)}H${px(row.x(row.end))}"/>` +
    `<text class="small" x="${px(PAGE.left - 6)}" y="${px(base)}" text-anchor="end">0</text>` +
    `<text class="small" x="${px(PAGE.left - 6)}" y="${px(y + 12)}" text-anchor="end">${widest.toFixed(2)}</text></g>`
  );
}

interface Places {
  readonly top: number;
  readonly wave: number;
  readonly marks: number;
  readonly curve: number;
}

function labels(lanes: number, { top, wave, marks, curve }: Places): string {
  const rows: (readonly [string, number])[] = [
    ['voice', wave + HEIGHTS.wave / 2 + 4],
    ['mouth shapes', marks + 13],
    ['lip gap', curve + HEIGHTS.curve / 2 + 6],
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const y = top + HEIGHTS.ruler + lane * LANE + HEIGHTS.line + HEIGHTS.gap;
    rows.push(['words', y + 14], ['sounds', y + HEIGHTS.words + 19]);
  }
  return rows.map(([text, y]) => `<text class="small" x="16" y="${px(y)}">${text}</text>`).join('');
}
