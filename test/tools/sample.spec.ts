import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterPerformers, trackFaces } from '@mondwerk/face';
import { probe, probeSound } from '@mondwerk/media';
import { readScript } from '@mondwerk/speech';
import { describe, expect, it } from 'vitest';
import { colour, framesFrom, gather } from '../face/clip.ts';

const FOLDER = join(import.meta.dirname, '../../apps/backend/sample');
const inSample = (name: string): string => join(FOLDER, name);

/** Some frames from the middle of each shot. */
const SOME = 'between(n,40,45)+between(n,160,165)+between(n,280,285)';

describe('the sample title', () => {
  it('is small enough to come with every installation', async () => {
    const sizes = await Promise.all((await readdir(FOLDER)).map((name) => stat(inSample(name))));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(1.5e6);
  });

  it('has a voice as long as its film, and scripts in which the same people speak', async () => {
    const film = await probe(inSample('film.mp4'));
    expect((await probeSound(inSample('es.flac'))).seconds).toBeCloseTo(film.clock.end, 1);
    for (const script of ['original.srt', 'es.srt']) {
      const lines = await readScript(inSample(script));
      expect(lines.map(({ character }) => character)).toEqual(['MIRA', 'ELIAS', 'MIRA']);
      expect(lines.at(-1)!.span!.end).toBeLessThan(film.clock.end);
    }
  });

  it('shows two people whom the face models can tell apart', { timeout: 60_000 }, async () => {
    const shots = [0, 1, 2].map((index) => ({ index, frames: { start: 6 * index, end: 6 * index + 6 } }));
    const read = ['-i', inSample('film.mp4'), '-vf', `select='${SOME}'`, '-fps_mode', 'passthrough'];
    const tracks = await gather(trackFaces(framesFrom(read, 768, 432), shots, { colour, workers: 1 }));
    const shotOf = new Map(tracks.map(({ id, shot }) => [id, shot]));
    const people = clusterPerformers(tracks).map((one) => one.tracks.map((id) => shotOf.get(id)));
    expect(people).toEqual([[0, 2], [1]]);
  });
});
