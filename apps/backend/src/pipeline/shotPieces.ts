import type { Pieces } from './pieces.ts';

/** The piece that holds what belongs to one shot. */
export const shotPiece = (shot: number): string => `shot-${String(shot).padStart(5, '0')}.json`;

/** What a stage made for each shot it worked on, read when it is needed. */
export interface ByShot<T> {
  /** The shots that there is something of, ascending. */
  readonly shots: readonly number[];
  /** Of another shot: nothing. */
  readonly read: (shot: number) => Promise<T | undefined>;
}

/** Reads shot by shot what was saved as pieces. */
export const byShot = <T>(pieces: Pieces, shots: readonly number[]): ByShot<T> => ({
  shots,
  read: async (shot) => (shots.includes(shot) ? pieces.get<T>(shotPiece(shot)) : undefined),
});

/** Everything of all shots, in their order. */
export async function readAllShots<T>({ shots, read }: ByShot<T>): Promise<T[]> {
  const all: T[] = [];
  for (const shot of shots) all.push((await read(shot))!);
  return all;
}
