/** How large a face is in the picture, in a word. */
export type SizeWord = 'veryLarge' | 'large' | 'medium' | 'small' | 'tiny';

/** Where a face looks, in a word. */
export type TurnWord = 'frontal' | 'slightlyTurned' | 'halfTurned' | 'profile';

/** From which share of the picture's height on a face is called so: a close-up fills half of it. */
const SIZES: readonly (readonly [least: number, word: SizeWord])[] = [
  [0.5, 'veryLarge'],
  [0.25, 'large'],
  [0.12, 'medium'],
  [0.06, 'small'],
  [0, 'tiny'],
];

/** From which frontality on a face is called so: 1 is into the camera, 0 turned away by 90°. */
const TURNS: readonly (readonly [least: number, word: TurnWord])[] = [
  [0.85, 'frontal'],
  [0.6, 'slightlyTurned'],
  [0.35, 'halfTurned'],
  [0, 'profile'],
];

const wordFor = <Word>(table: readonly (readonly [number, Word])[], value: number): Word =>
  (table.find(([least]) => value >= least) ?? table[table.length - 1])[1];

/** The word for a face of this height, a share of the picture's. */
export const sizeWord = (height: number): SizeWord => wordFor(SIZES, height);

/** The word for a face that looks so much into the camera. */
export const turnWord = (frontal: number): TurnWord => wordFor(TURNS, frontal);
