import { STATES } from './acousticPrior.ts';
import type { ExpectedLine, ExpectedPhone, ExpectedWord, FrameWindow, Lattice } from './lattice.ts';
import { BETWEEN, PAUSE, type SoundModel } from './soundModel.ts';

/** A pause inside a line lasts at least this many frames. */
const pauseFrames = 6;
const pauseToll = 12;

/**
 * Lays out the states of consecutive lines, with a pause that may be left out between words and between lines.
 * @param leavingOut - what it costs to leave a whole line out, in nats
 */
export function layLattice(lines: readonly ExpectedLine[], model: SoundModel, leavingOut: number): Lattice {
  const lattice = new LatticeBuilder(model);
  const whole = {
    from: Math.min(...lines.map(({ window }) => window.from)),
    to: Math.max(...lines.map(({ window }) => window.to)),
  };
  let [gap, ends] = [lattice.state(BETWEEN, -1, whole, []), [] as number[]];
  lattice.exit([gap], leavingOut * lines.length);
  lines.forEach(({ words, window }, at) => {
    ends = lattice.line(words, window, [gap, ...ends]);
    gap = lattice.state(BETWEEN, -1, whole, ends, [gap], leavingOut);
    lattice.exit([gap, ...ends], leavingOut * (lines.length - 1 - at));
  });
  return lattice.finish();
}

/** Lays states one after another. */
class LatticeBuilder {
  private readonly model: SoundModel;
  private readonly emissions: number[] = [];
  private readonly places: number[] = [];
  private readonly phones: ExpectedPhone[] = [];
  private readonly offsets: number[] = [0];
  private readonly sources: number[] = [];
  private readonly tolls: number[] = [];
  private readonly windows: FrameWindow[] = [];
  private readonly exits: number[] = [];
  private readonly exitTolls: number[] = [];

  constructor(model: SoundModel) {
    this.model = model;
  }

  /** Adds a state that follows `free` ones at no cost and `dear` ones at a cost; returns its number. */
  state(
    emission: number,
    place: number,
    window: FrameWindow,
    free: readonly number[],
    dear: readonly number[] = [],
    toll = 0,
  ): number {
    this.emissions.push(emission);
    this.places.push(place);
    this.windows.push(window);
    this.sources.push(...free, ...dear);
    this.tolls.push(...free.map(() => 0), ...dear.map(() => toll));
    return this.offsets.push(this.sources.length) - 2;
  }

  /** Lets a recording end in some states at a cost. */
  exit(states: readonly number[], toll: number): void {
    this.exits.push(...states);
    this.exitTolls.push(...states.map(() => toll));
  }

  /** Adds the words of a line; returns the states in which it may end. */
  line(words: readonly ExpectedWord[], window: FrameWindow, before: readonly number[]): number[] {
    let ends = [...before];
    words.forEach((ways, at) => {
      const sources = at === 0 ? ends : [...ends, this.pause(window, ends)];
      ends = ways.map((phones) => this.phonesOf(phones, window, sources));
    });
    return ends;
  }

  private pause(window: FrameWindow, before: readonly number[]): number {
    let last = this.state(PAUSE, -1, window, [], before, pauseToll);
    for (let i = 1; i < pauseFrames; i++) last = this.state(PAUSE, -1, window, [last]);
    return last;
  }

  private phonesOf(phones: readonly ExpectedPhone[], window: FrameWindow, before: readonly number[]): number {
    let sources = before;
    for (const phone of phones) {
      const place = this.phones.push(phone) - 1;
      const row = this.model.rows.get(phone.ipa)!;
      for (let part = 0; part < STATES; part++) {
        sources = [this.state(row + part, place, window, sources)];
      }
    }
    return sources[0];
  }

  finish(): Lattice {
    const length = this.emissions.length;
    const reach = Int32Array.from({ length }, (_, state) => state);
    for (let state = 0; state < length; state++) {
      for (let at = this.offsets[state]; at < this.offsets[state + 1]; at++) reach[this.sources[at]] = state;
    }
    for (let state = 1; state < length; state++) reach[state] = Math.max(reach[state], reach[state - 1]);
    return {
      length,
      emission: Int32Array.from(this.emissions),
      phone: Int32Array.from(this.places),
      phones: this.phones,
      sourcesFrom: Int32Array.from(this.offsets),
      sources: Int32Array.from(this.sources),
      tolls: Float32Array.from(this.tolls),
      exits: Int32Array.from(this.exits),
      exitTolls: Float32Array.from(this.exitTolls),
      reach,
      from: Int32Array.from(this.windows, ({ from }) => from),
      to: Int32Array.from(this.windows, ({ to }) => to),
    };
  }
}
