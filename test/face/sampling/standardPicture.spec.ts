import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EYE_CORNERS, trackFaces } from '@mondwerk/face';
import { rate } from '@mondwerk/film';
import { probe, readFrames, runProgram } from '@mondwerk/media';
import { networkInput } from '../../../libs/face/src/sampling/sampleRegion.ts';
import { toStandard } from '../../../libs/compositing/src/colour/standardPicture.ts';
import { renderPerformer, restMoment } from '../../performer/index.ts';
import { gather } from '../clip.ts';

const kitchen = join(import.meta.dirname, '../../../../shared/fixtures/clips/kitchen.mp4');
const SIZE = 320;
const FRAMES = 3;

let folder: string;
let hasZscale = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-hdr-'));
  const { printed } = await runProgram('ffmpeg', ['-hide_banner', '-filters']);
  hasZscale = / zscale /.test(printed);
  await drawFace(join(folder, 'drawn.mkv'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ffv1 = ['-pix_fmt', 'yuv420p10le', '-c:v', 'ffv1', '-an', '-y'];

async function drawFace(out: string): Promise<void> {
  const size = ['-pixel_format', 'rgb24', '-video_size', `${SIZE}x${SIZE}`, '-framerate', '25'];
  const graded = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-colorspace', 'bt709'];
  const tags = ['-color_range', 'tv', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
  const args = ['-v', 'error', '-f', 'rawvideo', ...size, '-i', 'pipe:0', ...graded, ...tags, ...ffv1, out];
  const encoder = spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit'] });
  const shooting = { performer: 'mira', width: SIZE, height: SIZE, rate: rate(25), frames: FRAMES } as const;
  for await (const rgb of renderPerformer({ ...shooting, motion: () => restMoment }))
    encoder.stdin.write(rgb);
  encoder.stdin.end();
  await once(encoder, 'close');
}

/** A film of BT.709 as HDR would show it on a screen, its white at so many cd/m². */
async function grade(film: string, transfer: string, white: number, range: string): Promise<string> {
  const out = join(folder, `${transfer}-${white}-${range}.mkv`);
  const filters = [
    `zscale=matrixin=bt709:transferin=bt709:primariesin=bt709:rangein=tv:transfer=linear:npl=${white}`,
    ...['format=gbrpf32le', 'zscale=primaries=bt2020'],
    `zscale=transfer=${transfer}:matrix=bt2020nc:range=${range}:npl=${white}`,
  ];
  const tags = ['-color_range', range, '-colorspace', 'bt2020nc', '-color_trc', transfer];
  await runProgram('ffmpeg', [
    ...['-v', 'error', '-i', film, '-frames:v', String(FRAMES), '-vf', filters.join(',')],
    ...[...tags, '-color_primaries', 'bt2020', ...ffv1, out],
  ]);
  return out;
}

/** The face in the last frame; throws where none is followed. */
async function faceIn(path: string): Promise<Float32Array> {
  const film = await probe(path);
  const shots = [{ index: 0, frames: { start: 0, end: FRAMES } }];
  const frames = readFrames(film, { start: 0, end: FRAMES });
  const [track] = await gather(trackFaces(frames, shots, { colour: film.colour, workers: 1 }));
  return track.observations.at(-1)!.points;
}

/** The first frame as a network sees it, 0 to 255. */
async function pictureIn(path: string): Promise<Float32Array> {
  const film = await probe(path);
  const region = { centreX: SIZE / 2, centreY: SIZE / 2, size: SIZE, angle: 0 };
  for await (const { picture } of readFrames(film, { start: 0, end: 1 })) {
    return networkInput(picture, film.colour, region, { size: 128, low: 0, high: 255 });
  }
  throw new Error('no frame was read');
}

/** How far two meshes are apart, in eye distances: all points on the average. */
function apart(a: Float32Array, b: Float32Array): number {
  const [left, right] = EYE_CORNERS;
  const eyes = Math.hypot(a[3 * left] - a[3 * right], a[3 * left + 1] - a[3 * right + 1]);
  let sum = 0;
  for (let at = 0; at < a.length; at += 3) sum += Math.hypot(a[at] - b[at], a[at + 1] - b[at + 1]);
  return sum / (a.length / 3) / eyes;
}

const gradings = [
  ['smpte2084', 100, 'tv'],
  ['smpte2084', 203, 'tv'],
  ['smpte2084', 400, 'tv'],
  ['smpte2084', 203, 'pc'],
  ['arib-std-b67', 203, 'tv'],
  ['arib-std-b67', 400, 'tv'],
] as const;

describe('a face in HDR', () => {
  it.for(gradings)(
    'graded in %s with white at %d cd/m² (%s) is seen where it is',
    async ([transfer, white, range], context) => {
      context.skip(!hasZscale, 'this ffmpeg has no zscale');
      const drawn = join(folder, 'drawn.mkv');
      const graded = await grade(drawn, transfer, white, range);
      expect(apart(await faceIn(drawn), await faceIn(graded))).toBeLessThan(0.01);
      if (white !== 203) return;
      const [usual, shown] = [await pictureIn(drawn), await pictureIn(graded)];
      const difference = usual.reduce((sum, value, at) => sum + Math.abs(value - shown[at]), 0);
      expect(difference / usual.length).toBeLessThan(6);
    },
  );

  it.skipIf(!existsSync(kitchen))(
    'of a real person is seen where it is (needs ../shared)',
    async (context) => {
      context.skip(!hasZscale, 'this ffmpeg has no zscale');
      const real = join(folder, 'real.mkv');
      await runProgram('ffmpeg', [
        ...['-v', 'error', '-ss', '2', '-i', kitchen, '-frames:v', String(FRAMES), '-vf', 'scale=960:-2'],
        ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_trc', 'bt709', '-color_primaries', 'bt709'],
        ...[...ffv1, real],
      ]);
      for (const transfer of ['smpte2084', 'arib-std-b67']) {
        const distance = apart(await faceIn(real), await faceIn(await grade(real, transfer, 203, 'tv')));
        expect(distance).toBeLessThan(0.002);
      }
    },
  );
});

describe('what a usual screen would show', () => {
  const shown = (value: number, transfer: string): number[] => {
    const tags = {
      range: 'tv',
      matrix: 'bt2020nc',
      transfer,
      primaries: 'bt2020',
      chromaLocation: 'left',
    } as const;
    return [...toStandard(Float32Array.of(value, value, value), tags, 0, 1)];
  };

  it('keeps grey grey, black black, and the white of HDR white', () => {
    // 203 cd/m² in PQ and on a HLG screen of 1000 cd/m² (ITU-R BT.2408).
    for (const [transfer, white] of [
      ['smpte2084', 0.58],
      ['arib-std-b67', 0.75],
    ] as const) {
      expect(shown(0, transfer)).toEqual([0, 0, 0]);
      const [r, g, b] = shown(white, transfer);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(0.01);
      expect(g).toBeGreaterThan(0.8);
      expect(shown(1, transfer)[1]).toBeGreaterThan(0.99);
    }
  });

  it('never gets darker where the film gets brighter', () => {
    for (const transfer of ['smpte2084', 'arib-std-b67', 'bt2020-10']) {
      const levels = Array.from({ length: 200 }, (_, i) => shown(i / 199, transfer)[1]);
      for (const [i, level] of levels.entries()) expect(level).toBeGreaterThanOrEqual(levels[i - 1] ?? 0);
    }
  });
});
