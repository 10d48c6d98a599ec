import { writeFile } from 'node:fs/promises';
import { startProgram } from '@mondwerk/media';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import { openArtist } from '../../performer/drawFrame.ts';
import { performers, restMoment, type Colour, type PerformerLook } from '../../performer/index.ts';

const { mira, anton, elias } = performers;

const HAIR: readonly Colour[] = [
  [0.055, 0.026, 0.014],
  [0.32, 0.2, 0.08],
  [0.012, 0.011, 0.012],
  [0.34, 0.33, 0.31],
  [0.22, 0.06, 0.02],
];

const SKIN: readonly Colour[] = [
  [0.58, 0.325, 0.225],
  [0.36, 0.185, 0.115],
  [0.14, 0.07, 0.045],
  [0.5, 0.3, 0.19],
];

const SHIRT: readonly Colour[] = [
  [0.035, 0.075, 0.1],
  [0.2, 0.03, 0.03],
  [0.05, 0.09, 0.04],
  [0.25, 0.22, 0.16],
  [0.03, 0.03, 0.035],
];

/** Somebody whom nobody has ever seen; the same number is always the same person. */
function invented(number: number): PerformerLook {
  const plain: PerformerLook = [mira, anton, elias][number % 3];
  const hair = HAIR[(number * 2) % HAIR.length];
  return {
    ...plain,
    hair,
    browHair: hair,
    skin: SKIN[(number * 3 + Math.floor(number / 3)) % SKIN.length],
    shirt: SHIRT[number % SHIRT.length],
    hairStyle: number % 2 === 0 ? 'long' : 'short',
    form: { ...plain.form, width: 0.94 + (number % 5) * 0.03, jawWidth: 0.95 + ((number * 2) % 5) * 0.04 },
  };
}

const SIZE = 160;

/** Draws somebody's face, turned by some degrees, as a JPEG. */
async function drawFace(number: number, degrees: number): Promise<Buffer> {
  const yaw = (degrees * Math.PI) / 180;
  const moment = { ...restMoment, head: { ...restMoment.head, yaw } };
  const rgb = openArtist(invented(number), { width: SIZE, height: SIZE }).draw(moment, 0);
  const running = startProgram('ffmpeg', [
    ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${SIZE}x${SIZE}`, '-i', '-'],
    ...['-frames:v', '1', '-f', 'mjpeg', '-q:v', '3', '-'],
  ]);
  running.stdin.end(rgb);
  const chunks: Buffer[] = [];
  for await (const chunk of running.stdout) chunks.push(chunk as Buffer);
  await running.ended;
  return Buffer.concat(chunks);
}

/** Puts pictures of faces where the analysis would: track `NUMBER-…` shows the person of that number. */
export async function storeFaces({ storage }: Platform, tracks: readonly string[]): Promise<void> {
  const drawn = new Map<string, Promise<Buffer>>();
  for (const [at, track] of tracks.entries()) {
    const number = Number(track.split('-')[0]);
    const degrees = (at % 3) * 9 - 9;
    const look = `${number} ${degrees}`;
    if (!drawn.has(look)) drawn.set(look, drawFace(number, degrees));
    const key = `titles/x/${track}.jpg`;
    const draft = await storage.draftFile(key);
    await writeFile(draft, await drawn.get(look)!);
    await storage.keep(draft, key);
  }
}
