import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { addSource } from '../../apps/backend/src/titles/addSource.ts';
import type { SourceRow } from '../../apps/backend/src/titles/tables.ts';
import { Uploads, type Purpose } from '../../apps/backend/src/uploads/tables.ts';
import type { Platform } from '../../apps/backend/src/platform.ts';
import type { Told } from './toldStages.ts';

/** What is told of a track: its mark, its frames, how many pixels high the face is. */
type ToldTrack = readonly [track: string, start: number, end: number, height?: number];

/** A film as the pipeline tells of it. */
export interface ToldFilm {
  readonly shots: readonly (readonly [start: number, end: number])[];
  /** The tracks of each shot. */
  readonly tracks: readonly (readonly ToldTrack[])[];
  /** Who has which tracks. */
  readonly performers: readonly (readonly string[])[];
  readonly sound?: boolean;
}

/** Two people in three shots; each is alone in one, both are in the last. */
export const TWO_PEOPLE: ToldFilm = {
  shots: [
    [0, 48],
    [48, 120],
    [120, 240],
  ],
  tracks: [
    [['a0', 0, 48, 540]],
    [['b1', 50, 120, 216]],
    [
      ['a2', 120, 240, 270],
      ['b2', 120, 200, 108],
    ],
  ],
  performers: [
    ['a0', 'a2'],
    ['b1', 'b2'],
  ],
};

const SUM = 'a'.repeat(64);
const box = { left: 0, top: 0, right: 10, bottom: 10 };

/** What the stages of an analysis tell of a film. */
export function analysisOf({ shots, tracks, performers, sound = true }: ToldFilm): Told {
  const frames = shots.at(-1)![1];
  const stored = (key: string) => ({ key, sha256: SUM, bytes: 5 });
  const track = { codec: 'aac', channels: 2, sampleRate: 48_000, language: null, title: null };
  return {
    probe: () => ({
      ...{ container: 'mov', codec: 'h264', format: 'yuv420p', width: 1920, height: 1080, variable: false },
      ...{ frames, seconds: frames / 24, rate: { num: 24, den: 1 }, audio: sound ? [track] : [] },
      colour: { range: 'tv', matrix: 'bt709', transfer: 'bt709', primaries: 'bt709', chromaLocation: 'left' },
    }),
    makeProxy: () => ({
      proxy: stored('titles/x/proxy.mp4'),
      index: stored('titles/x/frames.json'),
      thumbnails: { index: stored('titles/x/thumbnails.json'), sheets: [stored('titles/x/sheet-0.jpg')] },
      peaks: sound ? { ...stored('titles/x/peaks.bin'), perSecond: 100, pairs: 10 } : null,
    }),
    cutShots: () => ({ shots: shots.map(([start, end], shot) => ({ shot, frames: { start, end } })) }),
    trackFaces: ({ shot }) => ({
      tracks: tracks[shot!].map(([name, start, end, height = 100]) => ({
        ...{ track: name, frames: { start, end }, seen: end - start, height, frontal: 0.9 },
        portrait: `titles/x/${name}.jpg`,
        boxes: [{ frame: start, box }],
      })),
    }),
    findPerformers: () => ({
      performers: performers.map((own, at) => ({ performer: `performer-${at + 1}`, tracks: [...own] })),
    }),
  };
}

/** Gives a title a source, of which nothing is known yet. */
export const bringFilm = (
  { database, runner }: Platform,
  organisation: string,
  title: string,
): Promise<SourceRow> =>
  database.transaction((tx) =>
    addSource(tx, runner, {
      ...{ organisation, title, name: 'film.mov', key: `uploads/${newId()}.mov`, sha256: SUM, bytes: 1000 },
      askedBy: null,
    }),
  );

interface Brought {
  readonly organisation: string;
  readonly title: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly facts?: object;
}

/** Puts a checked upload there. Returns its id. */
export async function bringUpload(
  { database, storage }: Platform,
  { content = 'x', facts = {}, name, ...upload }: Brought,
): Promise<string> {
  const id = newId();
  const key = `uploads/${id}`;
  const draft = await storage.draftFile(key);
  await writeFile(draft, content);
  await storage.keep(draft, key);
  const bytes = Buffer.byteLength(content);
  await database.manager.insert(Uploads, {
    ...{ id, key, name, ...upload, facts, bytes, received: bytes, checked: bytes, state: 'ready' },
    sha256: createHash('sha256').update(content).digest('hex'),
    touchedAt: new Date(),
  });
  return id;
}
