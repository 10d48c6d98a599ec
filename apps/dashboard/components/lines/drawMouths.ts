import { middleOf } from '@mondwerk/film';
import type { LineMouth } from '#lib/api/planLines.ts';
import { curvePoints, fullOpening, openingY, type Band, type Point } from './curves.ts';
import type { Scene, Theme } from './scene.ts';
import { xOf } from './view.ts';

type Mouth = LineMouth['mouths'][number];

/** Below this difference in eye distances no eye notices anything. */
const NOTICED = 0.03;

/** The height of the strip that tells how much of the new mouth is shown. */
const STRIP = 4;

/** Draws how far each mouth of a line opened, how far the line needs it, and where the old one stays. */
export function drawMouths(context: CanvasRenderingContext2D, scene: Scene, theme: Theme, band: Band): void {
  const { view, times, mouths, estimates } = scene;
  const full = fullOpening(mouths.flatMap(({ seen, wanted }) => [seen, wanted]));
  context.fillStyle = theme.line;
  context.fillRect(0, band.top + band.height, view.width, 1);
  mouths.forEach((mouth, at) => {
    const place = { clock: times.clock, view, full, band };
    drawPassed(context, scene, theme, mouth, band);
    drawShown(context, scene, theme, mouth, band);
    drawDifference(context, theme, mouth, place);
    stroke(context, curvePoints(mouth.seen, mouth.start, place), { colour: theme.text, width: 1.5 });
    stroke(context, curvePoints(mouth.wanted, mouth.start, place), { colour: theme.accent, width: 2 });
    const estimate = estimates[at];
    if (estimate) {
      stroke(context, curvePoints(estimate, mouth.start, place), {
        ...{ colour: theme.warn, width: 1.5 },
        dash: [5, 3],
      });
    }
    if (at === 0 || mouths[at - 1].shot === mouth.shot) return;
    context.fillStyle = theme.dim;
    context.fillRect(xOf(view, times.clock.times[mouth.start]), band.top, 1, band.height);
  });
}

/** Fills between the curves where the difference would be noticed. */
function drawDifference(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { seen, wanted, start }: Mouth,
  { clock, view, full, band }: Parameters<typeof curvePoints>[2],
): void {
  context.globalAlpha = 0.22;
  context.fillStyle = theme.warn;
  for (let at = 0; at + 1 < wanted.length; at++) {
    const [a, b] = [seen[at], seen[at + 1]];
    if (a === null || b === null) continue;
    if (Math.max(Math.abs(a - wanted[at]), Math.abs(b - wanted[at + 1])) <= NOTICED) continue;
    const [x, to] = [at, at + 1].map((each) => xOf(view, middleOf(clock, start + each)));
    context.beginPath();
    context.moveTo(x, openingY(a, full, band));
    context.lineTo(x, openingY(wanted[at], full, band));
    context.lineTo(to, openingY(wanted[at + 1], full, band));
    context.lineTo(to, openingY(b, full, band));
    context.fill();
  }
  context.globalAlpha = 1;
}

/** A strip along the bottom: how much of the new mouth is shown. */
function drawShown(
  context: CanvasRenderingContext2D,
  { view, times: { clock } }: Scene,
  theme: Theme,
  { strength, start }: Mouth,
  { top, height }: Band,
): void {
  context.fillStyle = theme.accent;
  strength.forEach((share, at) => {
    const from = xOf(view, clock.times[start + at] ?? clock.end);
    const to = xOf(view, clock.times[start + at + 1] ?? clock.end);
    context.globalAlpha = share;
    context.fillRect(from, top + height + 2, to - from + 0.5, STRIP);
  });
  context.globalAlpha = 1;
}

/** Hatches where the old mouth stays, with the reason where there is room. */
function drawPassed(
  context: CanvasRenderingContext2D,
  { view, times: { clock }, reasonOf }: Scene,
  theme: Theme,
  { passed }: Mouth,
  { top, height }: Band,
): void {
  for (const { reason, start, end } of passed) {
    const from = Math.max(0, xOf(view, clock.times[start] ?? clock.end));
    const to = Math.min(view.width, xOf(view, clock.times[end] ?? clock.end));
    if (to <= from) continue;
    hatch(context, { from, to, top, height, colour: theme.line });
    context.font = `11px ${theme.sans}`;
    const text = reasonOf(reason);
    if (context.measureText(text).width + 8 > to - from) continue;
    context.fillStyle = theme.dim;
    context.textBaseline = 'top';
    context.fillText(text, from + 4, top + 3);
  }
}

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: number[];
}

function stroke(
  context: CanvasRenderingContext2D,
  pieces: readonly (readonly Point[])[],
  { colour, width, dash = [] }: Stroke,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  for (const points of pieces) {
    context.beginPath();
    points.forEach(({ x, y }, at) => (at === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
  }
  context.setLineDash([]);
  context.lineWidth = 1;
}

interface Hatched extends Band {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

function hatch(context: CanvasRenderingContext2D, { from, to, top, height, colour }: Hatched): void {
  context.save();
  context.beginPath();
  context.rect(from, top, to - from, height);
  context.clip();
  context.strokeStyle = colour;
  for (let x = from - height; x < to; x += 8) {
    context.beginPath();
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
    context.stroke();
  }
  context.restore();
}
