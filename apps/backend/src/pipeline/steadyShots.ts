import type { FaceTrack } from '@mondwerk/film';
import { calmTrack, steadyTrack, type SteadyFrame } from '@mondwerk/face';
import type { Scale } from './online/pictureSizes.ts';
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
  readonly #scaleOf: (shot: number) => Scale;
  readonly #steadied: typeof steadyTrack;

  /**
   * `scaleOf`: how large the pictures of a shot are that the faces are wanted in, 1 as they were tracked; `whole`: whether whole
   * faces are laid anew, not mouths.
   */
  constructor(
    read: ReadTracks,
    heads: readonly Pick<PerformerHead, 'reference' | 'tracks'>[],
    scaleOf: (shot: number) => Scale = asTracked,
    whole = false,
  ) {
    this.#steadied = whole ? calmTrack : steadyTrack;
    this.#read = read;
    this.#scaleOf = scaleOf;
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
    const scale = this.#scaleOf(shot);
    return new Map(
      tracks.flatMap((track) => {
        const reference = this.#references.get(track.id);
        if (reference === undefined) return [];
        return [
          [
            track.id,
            new Map(this.#steadied(track, reference).map((frame) => [frame.frame, inPicture(frame, scale)])),
          ] as const,
        ];
      }),
    );
  }
}

/**
 * The same face in a picture of another size. Where that is wider or higher by other measures, the pose's rotation is none
 * any more but turns and stretches at once: it brings points into the picture and nothing else.
 */
function inPicture(face: SteadyFrame, { x, y }: Scale): SteadyFrame {
  if (x === 1 && y === 1) return face;
  const by = Math.sqrt(x * y);
  const axes = [x, y, by];
  const { scale, rotation, translation } = face.pose;
  return {
    ...face,
    pose: {
      scale: scale * by,
      rotation: x === y ? rotation : rotation.map((value, at) => (value * axes[Math.floor(at / 3)]) / by),
      translation: translation.map((value, axis) => value * axes[axis]),
    },
  };
}

const asTracked = (): Scale => ({ x: 1, y: 1 });
