/** A phone that a line may be said with: which line, word and sound. */
export interface ExpectedPhone {
  readonly ipa: string;
  /** Position of the line among those aligned. */
  readonly line: number;
  /** Position of the word in its line. */
  readonly word: number;
}

/** A word and all ways to say it, each a list of phones. */
export type ExpectedWord = readonly (readonly ExpectedPhone[])[];

/** A line and the frames in which it may be. */
export interface ExpectedLine {
  readonly words: readonly ExpectedWord[];
  readonly window: FrameWindow;
}

/** Frames, half-open, outside which a line cannot be. */
export interface FrameWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The states that a recording walks through, from the first to the last: three for each phone, some for each pause that
 * may be left out, the ways to say a word side by side. A state may follow itself and its `sources`, which all have
 * smaller numbers.
 */
export interface Lattice {
  readonly length: number;
  readonly emission: Int32Array;
  /** The place of a state's phone in `phones`, -1 in pauses. */
  readonly phone: Int32Array;
  readonly phones: readonly ExpectedPhone[];
  /** Where a state's sources begin in `sources`; one more at the end. */
  readonly sourcesFrom: Int32Array;
  readonly sources: Int32Array;
  /** What coming from a source costs, in nats. */
  readonly tolls: Float32Array;
  /** The states in which a recording may end, and what leaving out all lines behind each costs, in nats. */
  readonly exits: Int32Array;
  readonly exitTolls: Float32Array;
  /** The last state that this state or one before it leads to. */
  readonly reach: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}
