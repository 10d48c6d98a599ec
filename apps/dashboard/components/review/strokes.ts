import type { Drawing } from '#lib/api/notes.ts';

/** One line that was drawn without lifting the pen. */
export type Stroke = Drawing['strokes'][number];

/** x and y, in shares of the picture. */
export type Point = Stroke['points'][number];

/** Colours of a pen that are seen on skin, night and sky. */
export const PEN_COLOURS = { red: '#ff3b30', yellow: '#ffd60a', green: '#34c759', white: '#ffffff' } as const;

/** The name of a colour. */
export type PenColour = keyof typeof PEN_COLOURS;

/** How thick a stroke is, as a share of the picture's width. */
const PEN_WIDTH = 0.005;

/** A move shorter than this is not seen. */
const NEAR = 0.002;

/** What the server takes of one stroke, and of one drawing. */
const MOST_POINTS = 2000;
export const MOST_STROKES = 200;

/** A stroke that has just begun. */
export const beginStroke = (colour: PenColour, point: Point): Stroke => ({
  colour: PEN_COLOURS[colour],
  width: PEN_WIDTH,
  points: [inPicture(point)],
});

/** The stroke drawn on to a point; the same one where the pen has hardly moved or it is full. */
export function drawOn(stroke: Stroke, point: Point): Stroke {
  const [x, y] = inPicture(point);
  const [lastX, lastY] = stroke.points.at(-1)!;
  if (Math.hypot(x - lastX, y - lastY) < NEAR || stroke.points.length >= MOST_POINTS) return stroke;
  return { ...stroke, points: [...stroke.points, [x, y]] };
}

const inPicture = ([x, y]: Point): Point => [share(x), share(y)];

/** Four digits are finer than any screen. */
const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

/** A stroke as an SVG path over a picture of a size; a single point is a dot. */
export function pathOf({ points }: Stroke, width: number, height: number): string {
  const [first, ...rest] = points.map(([x, y]) => `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`);
  return rest.length === 0 ? `M${first} l0.01 0` : `M${first} L${rest.join(' L')}`;
}
