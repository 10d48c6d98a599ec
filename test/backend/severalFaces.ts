import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';
import {
  makeDub,
  wholeMotion,
  type Motion,
  type MouthShape,
  type PerformerName,
} from '../performer/index.ts';
import { mouthMotion } from '../performer/mouthMotion.ts';
import { restMouth } from '../performer/mouthShape.ts';
import { speakAt } from '../performer/speech.ts';
import { writeWav } from '../performer/soundFiles.ts';
import { drawShot } from './drawnShot.ts';

/** A film of three shots in which somebody speaks while others chew, listen, or are turned away. */
export interface SeveralFaces {
  readonly film: string;
  readonly voice: string;
  readonly script: string;
  /** Frames of each shot. */
  readonly shotFrames: number;
  /** Pixels of each of the three in the first shot, from the left: one speaks, one chews, one listens. */
  readonly side: number;
}

/** Seconds of each shot. */
const SHOT = 2.6;
const FRAMES = Math.round(25 * SHOT);

const SAID = [
  'Maybe my brother will move the big boat.',
  'Five very warm puppies, please.',
  'Bring me a bowl of plums and bread.',
];

const DUBBED = [
  'Tal vez mi hermano mueva el barco.',
  'Abramos la ventana y cantemos.',
  'Mi padre compró un hermoso piano.',
];

/** Jaws that go up and down as one chews: nothing of that is heard. */
const chewing = (seconds: number): MouthShape => {
  const open = Math.max(0, Math.sin(2 * Math.PI * 1.7 * seconds));
  return { ...restMouth, jaw: 0.6 * open, aperture: 0.16 * open, width: 0.3 * Math.sin(5 * seconds) };
};

/**
 * Films it: in the first shot Mira speaks, Anton chews and Elias listens; in the second Mira listens to somebody off the
 * screen; in the third she listens to Anton, who is turned away.
 */
export async function makeSeveralFaces(folder: string, side = 256): Promise<SeveralFaces> {
  await mkdir(folder, { recursive: true });
  const starts = [0, 1, 2].map((shot) => shot * SHOT + 0.4);
  const speech = await speakAt(
    SAID.map((text, at) => ({ text, start: starts[at] })),
    'en',
    3 * SHOT,
  );
  const speaking = (shot: number): ((seconds: number) => MouthShape) => {
    const mouth = mouthMotion(speech.phones);
    return (seconds) => mouth(seconds + shot * SHOT);
  };
  const silent = mouthMotion([]);
  const shoot = async (
    name: string,
    performer: PerformerName,
    width: number,
    motion: Motion,
    seed: number,
  ) => {
    const file = join(folder, `${name}.mkv`);
    await drawShot(file, { performer, width, height: side, frames: FRAMES, motion, seed });
    return file;
  };
  const away =
    (motion: Motion): Motion =>
    (seconds) => {
      const moment = motion(seconds);
      return { ...moment, head: { ...moment.head, yaw: moment.head.yaw + 1.15 } };
    };
  const pictures = [
    await shoot('speaks', 'mira', side, wholeMotion(speaking(0), 1), 1),
    await shoot('chews', 'anton', side, wholeMotion(chewing, 2), 2),
    await shoot('listens', 'elias', side, wholeMotion(silent, 3), 3),
    await shoot('alone', 'mira', 3 * side, wholeMotion(silent, 4), 4),
    await shoot('beside', 'mira', 1.5 * side, wholeMotion(silent, 5), 5),
    await shoot('away', 'anton', 1.5 * side, away(wholeMotion(speaking(2), 6)), 6),
  ];
  const sound = join(folder, 'film.wav');
  await writeWav(sound, speech);
  const film = join(folder, 'film.mkv');
  await runProgram('ffmpeg', [
    ...['-v', 'error', '-y', ...[...pictures, sound].flatMap((file) => ['-i', file])],
    ...['-filter_complex', '[0:v][1:v][2:v]hstack=3[a];[4:v][5:v]hstack[c];[a][3:v][c]concat=n=3[v]'],
    ...['-map', '[v]', '-map', '6:a', '-c:v', 'ffv1', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le'],
    ...[
      '-colorspace',
      'bt709',
      '-color_range',
      'tv',
      '-color_primaries',
      'bt709',
      '-color_trc',
      'bt709',
      film,
    ],
  ]);
  const dub = await makeDub(folder, { language: 'es', starts, seconds: 3 * SHOT, lines: DUBBED });
  return { film, voice: dub.voice, script: dub.script, shotFrames: FRAMES, side };
}
