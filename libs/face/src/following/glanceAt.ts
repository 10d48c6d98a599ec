import type { FaceObservation, ReadTracks } from '@mondwerk/film';

/** What a film shows of a performer, at a glance. */
export interface Glance {
  /** Every so many frames one is looked at. */
  readonly step: number;
  readonly observations: readonly FaceObservation[];
}

/** Evenly spread observations of a performer, at most about `most` of them. */
export async function glanceAt(read: ReadTracks, most: number): Promise<Glance> {
  let count = 0;
  for await (const track of read()) count += track.observations.length;
  const step = Math.max(1, Math.ceil(count / most));
  const observations: FaceObservation[] = [];
  let index = 0;
  for await (const track of read()) {
    for (const observation of track.observations) if (index++ % step === 0) observations.push(observation);
  }
  return { step, observations };
}
