import type { Performer } from '@mondwerk/film';
import { steadyTrack, type Atlas, type SteadyFrame } from '@mondwerk/lipsync';
import type { Faces } from './stages/trackFaces.ts';

/** One shot's steady tracks by track and frame. */
export type SteadyShot = ReadonlyMap<string, ReadonlyMap<number, SteadyFrame>>;

/** Gives the steady frames of any tracked face; frames asked for in the order of the film cost little. */
export class SteadyShots {
  readonly #faces: Faces;
  readonly #references: ReadonlyMap<string, Float32Array>;
  readonly #shotOf: ReadonlyMap<string, number>;
  readonly #held = new Map<number, Promise<SteadyShot>>();

  constructor(faces: Faces, performers: readonly Performer[], atlases: readonly Atlas[]) {
    this.#faces = faces;
    this.#references = new Map(
      atlases.flatMap(({ performer, reference }) =>
        (performers.find(({ id }) => id === performer)?.tracks ?? []).map(
          (track) => [track, reference] as const,
        ),
      ),
    );
    this.#shotOf = new Map(faces.tracks.map(({ id, shot }) => [id, shot]));
  }

  /** The face in one frame of a track; `undefined` where it was not seen. */
  async at(track: string, frame: number): Promise<SteadyFrame | undefined> {
    const shot = this.#shotOf.get(track);
    return shot === undefined ? undefined : (await this.#shot(shot)).get(track)?.get(frame);
  }

  /** Two shots are held, because frames on both sides of a cut are worked on at once. */
  #shot(shot: number): Promise<SteadyShot> {
    const held = this.#held.get(shot) ?? this.#read(shot);
    this.#held.delete(shot);
    this.#held.set(shot, held);
    for (const old of [...this.#held.keys()].slice(0, -2)) this.#held.delete(old);
    return held;
  }

  async #read(shot: number): Promise<SteadyShot> {
    const tracks = await this.#faces.read(shot);
    return new Map(
      tracks.flatMap((track) => {
        const reference = this.#references.get(track.id);
        if (reference === undefined) return [];
        return [
          [track.id, new Map(steadyTrack(track, reference).map((frame) => [frame.frame, frame]))] as const,
        ];
      }),
    );
  }
}
