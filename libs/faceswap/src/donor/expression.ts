/** One thing that a face does, as a difference of means of mesh points along an axis of the head. */
interface Measure {
  readonly part: 'mouth' | 'eyes' | 'brows';
  readonly axis: 0 | 1;
  readonly of: readonly number[];
  readonly minus?: readonly number[];
  /** As a share of what it is at rest, since eyes and mouths have sizes of their own; else in eye distances. */
  readonly share?: true;
}

const [ACROSS, DOWN] = [0, 1] as const;

/** What a face does, measure by measure; left and right are the picture's. */
const MEASURES = {
  open: { part: 'mouth', axis: DOWN, of: [87, 14, 317], minus: [82, 13, 312] },
  openLeft: { part: 'mouth', axis: DOWN, of: [88, 178], minus: [80, 81] },
  openRight: { part: 'mouth', axis: DOWN, of: [318, 402], minus: [310, 311] },
  width: { part: 'mouth', axis: ACROSS, of: [291, 308], minus: [61, 78], share: true },
  upperLip: { part: 'mouth', axis: DOWN, of: [37, 0, 267] },
  lowerLip: { part: 'mouth', axis: DOWN, of: [84, 17, 314] },
  cornerLeft: { part: 'mouth', axis: DOWN, of: [61, 78] },
  cornerRight: { part: 'mouth', axis: DOWN, of: [291, 308] },
  aside: { part: 'mouth', axis: ACROSS, of: [61, 291, 0, 17] },
  chin: { part: 'mouth', axis: DOWN, of: [148, 152, 377] },
  lidsLeft: { part: 'eyes', axis: DOWN, of: [144, 145, 153], minus: [160, 159, 158], share: true },
  lidsRight: { part: 'eyes', axis: DOWN, of: [373, 374, 380], minus: [387, 386, 385], share: true },
  browLeft: { part: 'brows', axis: DOWN, of: [70, 63, 105] },
  browInnerLeft: { part: 'brows', axis: DOWN, of: [66, 107, 55] },
  browRight: { part: 'brows', axis: DOWN, of: [300, 293, 334] },
  browInnerRight: { part: 'brows', axis: DOWN, of: [296, 336, 285] },
  frown: { part: 'brows', axis: ACROSS, of: [336, 285], minus: [107, 55] },
} as const satisfies Readonly<Record<string, Measure>>;

/** The name of one thing that a face does. */
export type MeasureName = keyof typeof MEASURES;

/** The names of what a face does, in the order in which an expression has their numbers. */
export const EXPRESSION = Object.keys(MEASURES) as readonly MeasureName[];

const ALL: readonly Measure[] = EXPRESSION.map((name) => MEASURES[name]);

/** Which part of a face each number of an expression belongs to. */
export const PARTS: readonly Measure['part'][] = ALL.map(({ part }) => part);

/** One number of an expression. */
export const measureOf = (expression: Float32Array, name: MeasureName): number =>
  expression[EXPRESSION.indexOf(name)];

/** What a head shape (468 × 3, in eye distances) measures. */
export const measuresOf = (shape: Float32Array): Float32Array =>
  Float32Array.from(
    ALL,
    ({ axis, of, minus }) => mean(shape, of, axis) - (minus === undefined ? 0 : mean(shape, minus, axis)),
  );

const mean = (shape: Float32Array, points: readonly number[], axis: number): number =>
  points.reduce((sum, point) => sum + shape[3 * point + axis], 0) / points.length;

/** Nothing on a face is smaller at rest, in eye distances; shares of nothing would be anything. */
const SMALLEST = 0.02;

/** How measures differ from the same performer's at rest, so that two performers' can be compared. */
export const expressionOf = (measures: Float32Array, atRest: Float32Array): Float32Array =>
  measures.map(
    (value, k) => (value - atRest[k]) / (ALL[k].share === true ? Math.max(SMALLEST, atRest[k]) : 1),
  );
