import { quantile } from '@mondwerk/film';
import { counted, nameLines, oddLines } from '../nameLines.ts';
import { lanesOf } from '../lanes.ts';
import { widthOfText } from './fitText.ts';
import { SHAPE_NAMES, mark, type Openings } from './drawMouth.ts';
import { drawRow, type Pictured } from './drawRow.ts';
import { gainOf } from './drawWave.ts';
import { clockOf, HEIGHTS, PAGE, ROW_SECONDS, rowScale } from './layout.ts';
import { STYLE } from './style.ts';
import { element, escapeXml, px } from './svg.ts';

/** The part of a voice that one picture shows, and which picture it is of how many. */
export interface PicturePage {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly of: number;
  /** The name of the file with the next page. */
  readonly next?: string;
}

/** Draws one page: rows of ten seconds with the voice, what was heard in it, and what the mouth shall do. */
export function drawPicture(pictured: Pictured, page: PicturePage): string {
  const look = {
    lanes: lanesOf(pictured.alignment.lines),
    gain: gainOf(pictured.peaks),
    widest: widestOf([...pictured.wanted, ...pictured.seen]),
  };
  const rows: string[] = [];
  let y: number = PAGE.top;
  for (let start = page.start; start < page.end - 1e-6; start += ROW_SECONDS) {
    const { svg, height } = drawRow(pictured, look, rowScale(start, page.end), y);
    rows.push(svg);
    y += height + HEIGHTS.between;
  }
  const title = `${pictured.alignment.voice}, ${clockOf(page.start)} to ${clockOf(page.end)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${px(y)}" viewBox="0 0 ${PAGE.width} ${px(y)}" role="img">` +
    `<title>${escapeXml(title)}</title>\n${STYLE}\n<rect class="paper" width="100%" height="100%"/>\n` +
    `${drawHead(pictured, page)}\n${rows.join('\n')}\n</svg>\n`
  );
}

/** Curves are drawn so high that the widest opening just fits, and at least this one, in eye distances. */
const LEAST_WIDEST = 0.15;

function widestOf(curves: readonly Openings[]): number {
  const widest = curves.map(({ values }) => {
    const known = Array.from(values).filter((value) => value !== null);
    return known.length === 0 ? 0 : quantile(known, 0.999);
  });
  return Math.max(LEAST_WIDEST, ...widest);
}

function drawHead({ alignment, seen }: Pictured, page: PicturePage): string {
  const { voice, script, language, seconds, lines } = alignment;
  const names = [voice, script, language, clockOf(seconds)].filter((name) => name !== null).join(' · ');
  const pages = page.of > 1 ? ` · page ${page.number} of ${page.of}` : '';
  const head = element('text', { class: 'head', x: 16, y: 36 }, escapeXml(names + pages));
  const summary = element('text', { class: 'note', x: 16, y: 60 }, escapeXml(sumUp(lines)));
  const next =
    page.next === undefined
      ? ''
      : `<a href="${escapeXml(encodeURIComponent(page.next))}"><text class="note" x="${PAGE.width - PAGE.right}" y="36" text-anchor="end" text-decoration="underline">next page</text></a>`;
  return head + summary + next + drawLegend(seen.length > 0);
}

function sumUp(lines: Pictured['alignment']['lines']): string {
  const odd = oddLines(lines);
  if (odd.length > 0) {
    return `${odd.length} of ${counted(lines.length, 'line')} ${odd.length === 1 ? 'does' : 'do'} not fit what is heard: ${nameLines(odd)}.`;
  }
  const known = lines.filter(({ problem }) => problem !== 'words-unknown').length;
  return known === 0
    ? 'Nobody knows the words: the sounds are told as they are heard.'
    : `All ${lines.length} lines fit what is heard.`;
}

const SWATCHES: readonly (readonly [className: string, text: string])[] = [
  ['sure', 'heard surely'],
  ['fair', 'less surely'],
  ['poor', 'doubtful'],
  ['odd', 'a line that does not fit'],
];

function drawLegend(withFilm: boolean): string {
  const y = 96;
  let x = 16;
  let svg = '';
  const say = (text: string): void => {
    svg += element('text', { class: 'note', x, y: y + 5 }, escapeXml(text));
    x += widthOfText(text) * 14 + 24;
  };
  for (const [className, text] of SWATCHES) {
    svg += element('rect', { class: className, x, y: y - 8, width: 26, height: 16 });
    x += 32;
    say(text);
  }
  for (const shape of ['closed', 'lip-to-teeth', 'rounded', 'rest'] as const) {
    svg += mark(shape, x + 9, y);
    x += 24;
    say(SHAPE_NAMES[shape]);
  }
  for (const [look, text] of [
    ['wanted', 'lip gap wanted'],
    ['seen', 'lip gap seen in the film'],
  ] as const) {
    if (look === 'seen' && !withFilm) continue;
    svg += element('path', { class: look, d: `M${px(x)} ${px(y)}h30` });
    x += 36;
    say(text);
  }
  const note =
    'Rest the pointer on a box, a mark or a curve for its exact times. Time runs to the right in every language.';
  return svg + element('text', { class: 'small', x: 16, y: 126 }, note);
}
