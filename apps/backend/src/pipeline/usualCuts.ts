import type { SourceRecord } from '@mondwerk/compositing';
import type { PerformerHead } from './performerHeads.ts';
import type { SourceIndex } from './sourceIndex.ts';

/** So many cut-outs of a face say what is usual, and cost little to look at once a shot. */
export const ENOUGH = 24;

/** Fewer of the shot's own are filled up with the performer's other shots: their light is matched, but never quite. */
const FEW = 8;

/** Cut-outs from which it is learned what faces look like where nothing is in front. */
export class UsualCuts {
  readonly #index: SourceIndex;
  readonly #heads: ReadonlyMap<string, Pick<PerformerHead, 'tracks'>>;
  readonly #chosen = new Map<string, readonly SourceRecord[]>();

  constructor(index: SourceIndex, heads: ReadonlyMap<string, Pick<PerformerHead, 'tracks'>>) {
    this.#index = index;
    this.#heads = heads;
  }

  /** Those of a track: its own, evenly over its frames, and of the performer's other tracks where its own are few. */
  of(track: string): readonly SourceRecord[] {
    const chosen = this.#chosen.get(track) ?? this.#choose(track);
    this.#chosen.set(track, chosen);
    return chosen;
  }

  #choose(track: string): readonly SourceRecord[] {
    const own = this.#placesOf([track]);
    const others = this.#heads.get(track)?.tracks.map(({ id }) => id) ?? [];
    const places = own.length >= FEW ? own : this.#placesOf([track, ...others.filter((id) => id !== track)]);
    const count = Math.min(ENOUGH, places.length);
    return Array.from(
      { length: count },
      (_, i) => places[Math.floor(((i + 0.5) * places.length) / count)],
    ).flatMap(([id, frame]) => this.#index.find(id, frame) ?? []);
  }

  #placesOf(tracks: readonly string[]): (readonly [track: string, frame: number])[] {
    return tracks.flatMap((track) => this.#index.framesOf(track).map((frame) => [track, frame] as const));
  }
}
