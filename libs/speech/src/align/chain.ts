import { STATES } from './acousticPrior.ts';
import { BETWEEN, PAUSE, type SoundModel } from './soundModel.ts';

/** A phone in the order in which it should be heard: which line, word and sound. */
export interface ExpectedPhone {
  readonly ipa: string;
  /** Position of the line among those aligned. */
  readonly line: number;
  /** Position of the word in its line. */
  readonly word: number;
}

/** Frames, half-open, outside which a line cannot be. */
export interface FrameWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The states that a recording walks through, left to right: three for each phone, some for each pause that may be
 * left out. `phone` is the place of a state's phone in the list, -1 in pauses.
 */
export interface Chain {
  readonly length: number;
  readonly emission: Int32Array;
  readonly phone: Int32Array;
  /** How many states back a state may be entered from besides its neighbour; 0 for none. */
  readonly skip: Uint8Array;
  /** What entering a state costs, in nats. */
  readonly toll: Float32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A pause inside a line lasts at least this many frames. */
export const pauseFrames = 6;
const pauseToll = 12;

/** Lays out the states of consecutive lines, with a pause that may be left out between words and between lines. */
export function layChain(
  phones: readonly ExpectedPhone[],
  windows: readonly FrameWindow[],
  model: SoundModel,
): Chain {
  const states: State[] = [];
  const whole = {
    from: Math.min(...windows.map(({ from }) => from)),
    to: Math.max(...windows.map(({ to }) => to)),
  };
  const between = (): number =>
    states.push({ emission: BETWEEN, phone: -1, skip: 0, toll: 0, window: whole });
  const pause = (window: FrameWindow): void => {
    for (let i = 0; i < pauseFrames; i++) {
      states.push({ emission: PAUSE, phone: -1, skip: 0, toll: i === 0 ? pauseToll : 0, window });
    }
  };
  phones.forEach(({ ipa, line, word }, at) => {
    const before = phones[at - 1];
    const window = windows[line];
    const newLine = before?.line !== line;
    const newWord = !newLine && before.word !== word;
    if (newLine) between();
    else if (newWord) pause(window);
    const row = model.rows.get(ipa)!;
    for (let state = 0; state < STATES; state++) {
      const skip = state > 0 ? 0 : newLine ? 1 : newWord ? pauseFrames : 0;
      states.push({ emission: row + state, phone: at, skip, toll: 0, window });
    }
  });
  between();
  return chainOf(states);
}

/** One state of a chain, as it is laid. */
interface State {
  readonly emission: number;
  readonly phone: number;
  readonly skip: number;
  readonly toll: number;
  readonly window: FrameWindow;
}

function chainOf(states: readonly State[]): Chain {
  return {
    length: states.length,
    emission: Int32Array.from(states, ({ emission }) => emission),
    phone: Int32Array.from(states, ({ phone }) => phone),
    skip: Uint8Array.from(states, ({ skip }) => skip),
    toll: Float32Array.from(states, ({ toll }) => toll),
    from: Int32Array.from(states, ({ window }) => window.from),
    to: Int32Array.from(states, ({ window }) => window.to),
  };
}
