import type { FaceTrack } from '@mondwerk/film';
import { steadyTrack, type SteadyFrame } from '@mondwerk/lipsync';
import type { PerformerHead } from './performerHeads.ts';

/** One shot's steady tracks by track and frame. */
export type SteadyShot = ReadonlyMap<string, ReadonlyMap<number, SteadyFrame>>;

/** Reads the tracks of a shot with all their points. */
export type ReadTracks = (shot: number) => Promise<readonly FaceTrack[]>;

/** Gives the steady frames of performers' faces; frames asked for in the order of the film cost little. */
export class SteadyShots {
  readonly #read: ReadTracks;
  readonly #references: ReadonlyMap<string, Float32Array>;
  readonly #shotOf: ReadonlyMap<string, number>;
  readonly #held = new Map<number, Promise<SteadyShot>>();
  readonly #scale: number;

  /** `scale`: how large the pictures are that the faces are wanted in, 1 as they were tracked. */
  constructor(read: ReadTracks, heads: readonly PerformerHead[], scale = 1) {
    this.#read = read;
    this.#scale = scale;
    const tracks = heads.flatMap((head) => head.tracks.map((track) => ({ ...track, head })));
    this.#references = new Map(tracks.map(({ id, head }) => [id, head.reference]));
    this.#shotOf = new Map(tracks.map(({ id, shot }) => [id, shot]));
  }

  /** The face in one frame of a track; `undefined` where it was not seen. */
  async at(track: string, frame: number): Promise<SteadyFrame | undefined> {
    const shot = this.#shotOf.get(track);
    return shot === undefined ? undefined : (await this.#shot(shot)).get(track)?.get(frame);
  }

  /** Two shots are held, because frames on both sides of a cut are worked on at once. */
  #shot(shot: number): Promise<SteadyShot> {
    const held = this.#held.get(shot) ?? this.#steady(shot);
    this.#held.delete(shot);
    this.#held.set(shot, held);
    for (const old of [...this.#held.keys()].slice(0, -2)) this.#held.delete(old);
    return held;
  }

  async #steady(shot: number): Promise<SteadyShot> {
    const tracks = await this.#read(shot);
    return new Map(
      tracks.flatMap((track) => {
        const reference = this.#references.get(track.id);
        if (reference === undefined) return [];
        return [
          [
            track.id,
            new Map(
              steadyTrack(track, reference).map((frame) => [frame.frame, inPicture(frame, this.#scale)]),
            ),
          ] as const,
        ];
      }),
    );
  }
}

/** The same face in a picture that is larger or smaller. */
const inPicture = (face: SteadyFrame, by: number): SteadyFrame =>
  by === 1
    ? face
    : {
        ...face,
        pose: {
          ...face.pose,
          scale: face.pose.scale * by,
          translation: face.pose.translation.map((value) => value * by),
        },
      };
