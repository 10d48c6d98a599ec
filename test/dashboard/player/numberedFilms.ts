import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameSpan, Picture } from '@mondwerk/film';
import {
  frameIndex,
  makeWebProxy,
  makeWebSound,
  openWebPart,
  probe,
  readFrames,
  type Film,
} from '@mondwerk/media';
import { make } from '../../media/clips.ts';
import { numbered } from '../../media/viewing/numbered.ts';

/** Seconds at which the original sounds once, and at which the dub does. */
export const BEEPS = { original: 1.5, dub: 0.75 } as const;

/** Frames of the takes: one borders on the film on its left, the other on the film on its right, both on each other. */
export const TAKES: readonly FrameSpan[] = [
  { start: 10, end: 31 },
  { start: 31, end: 45 },
];

/** Films whose frames show their number, by what is special about their clocks. */
export const FILMS = {
  cinema: `${numbered('r=24000/1001:d=3')} BEEP -c:v libx264 -c:a pcm_s16le`,
  uneven:
    `${numbered('r=25:d=4')} BEEP -vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough ` +
    `-enc_time_base 1/12800 -c:v libx264 -c:a pcm_s16le`,
} as const;

/** The number that a frame of a film shows: where some were left out, theirs are missing. */
export const numberOf = (name: FilmName, frame: number): number =>
  name === 'uneven' ? Math.floor(frame / 5) * 7 + [0, 1, 2, 5, 6][frame % 5] : frame;

/** One of them. */
export type FilmName = keyof typeof FILMS;

const beepAt = (seconds: number): string =>
  `aevalsrc=between(t\\,${seconds}\\,${seconds + 0.05})*sin(6000*t):s=48000:d=3`;

/** Makes a film, its proxy and index as the pipeline does, and takes of it with a white patch. */
export async function makeNumberedFilm(folder: string, name: FilmName): Promise<void> {
  const path = `${name}.mov`;
  await make(folder, FILMS[name].replace('BEEP', `-f lavfi -i ${beepAt(BEEPS.original)}`), path);
  const film = await probe(join(folder, path));
  const proxy = await makeWebProxy(film, join(folder, `${name}.mp4`), { burnTimecode: false });
  await writeFile(join(folder, `${name}.json`), JSON.stringify(frameIndex(film, proxy)));
  for (const [index, span] of TAKES.entries()) {
    await writeTake(film, span, join(folder, `${name}-take${index}.mp4`));
  }
  await make(folder, `-f lavfi -i ${beepAt(BEEPS.dub)}`, `${name}.wav`);
  await makeWebSound(join(folder, `${name}.wav`), join(folder, `${name}.m4a`), { seconds: film.clock.end });
}

async function writeTake(film: Film, span: FrameSpan, path: string): Promise<void> {
  const writer = await openWebPart(film, span, path);
  for await (const { picture } of readFrames(film, span)) {
    drawPatch(picture);
    await writer.write(picture);
  }
  await writer.close();
}

/** Where the stripes of the greatest numbers are, which no frame has, takes are white. */
function drawPatch({ width, height, format, planes: [luma] }: Picture): void {
  const white = 235 << (format.bitDepth - 8);
  for (let y = Math.floor(height * 0.5); y < height * 0.8; y++) {
    luma.data.fill(white, y * width + Math.floor(width * 0.8), (y + 1) * width);
  }
}
