import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';
import { makeDub, makePerformerFilm, type PerformerName, type SpokenPhone } from '../performer/index.ts';

/** Somebody in the film, with the file of what they say in the dub. */
export interface Talker {
  readonly name: string;
  readonly voice: string;
  /** What is said when in that file. */
  readonly phones: readonly SpokenPhone[];
}

/** A film of two people side by side, and a Spanish dub in which both speak at once, each in a file of their own. */
export interface TalkingAtOnce {
  readonly film: string;
  readonly frames: number;
  readonly script: string;
  /** On the left, and on the right. */
  readonly talkers: readonly [Talker, Talker];
}

interface Part {
  readonly performer: PerformerName;
  readonly said: readonly string[];
  readonly dubbed: readonly string[];
  /** When each of them begins, in seconds. */
  readonly starts: readonly number[];
}

const PARTS: readonly [Part, Part] = [
  {
    performer: 'mira',
    said: ['Maybe my brother will move the big boat.', 'Five very warm puppies.'],
    dubbed: ['Tal vez mi hermano mueva el barco.', 'Mi padre compró un hermoso piano.'],
    starts: [0.6, 3.3],
  },
  {
    performer: 'anton',
    said: ['Please bring me a bowl of plums.', 'What a wonderful evening!'],
    dubbed: ['Por favor, tráeme una taza de café.', 'Abramos la ventana y cantemos.'],
    starts: [0.9, 3.7],
  },
];

/** Films two people side by side and dubs them, into a folder. */
export async function makeTalkingAtOnce(folder: string, size = 256): Promise<TalkingAtOnce> {
  await mkdir(folder, { recursive: true });
  const shots = [];
  for (const { performer, said } of PARTS) {
    const spoken = { performer, lines: said, width: size, height: size };
    shots.push(await makePerformerFilm(join(folder, performer), spoken));
  }
  const frames = Math.max(...shots.map((shot) => shot.frames));
  const film = join(folder, 'film.mp4');
  const held = shots.map((_, i) => `[${i}:v]tpad=stop=-1:stop_mode=clone,trim=end_frame=${frames}[v${i}]`);
  const sound = `[0:a][1:a]amix=inputs=2:duration=longest,apad,atrim=end=${frames / 25}[a]`;
  await runProgram('ffmpeg', [
    ...['-v', 'error', ...shots.flatMap((shot) => ['-i', shot.film])],
    ...['-filter_complex', [...held, '[v0][v1]hstack[v]', sound].join(';'), '-map', '[v]', '-map', '[a]'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', '-c:a', 'aac', film],
  ]);
  const talkers = [];
  for (const { performer, dubbed, starts } of PARTS) {
    const place = join(folder, `${performer}-es`);
    const dub = await makeDub(place, { language: 'es', starts, seconds: frames / 25, lines: dubbed });
    talkers.push({ name: performer.toUpperCase(), voice: dub.voice, phones: dub.phones });
  }
  const script = join(folder, 'es.srt');
  await writeFile(script, scriptOf(talkers));
  return { film, frames, script, talkers: [talkers[0], talkers[1]] };
}

/** The lines of both, in the order of their times, each from its first sound to its last. */
function scriptOf(talkers: readonly Talker[]): string {
  const lines = PARTS.flatMap(({ dubbed, starts }, who) =>
    dubbed.map((text, i) => {
      const sounds = talkers[who].phones.filter(({ ipa }) => ipa !== '_');
      const until = starts[i + 1] ?? Infinity;
      const end = Math.max(...sounds.filter((sound) => sound.start < until).map((sound) => sound.end));
      return { text: `${talkers[who].name}: ${text}`, start: starts[i], end };
    }),
  ).sort((a, b) => a.start - b.start);
  return lines
    .map(({ text, start, end }, i) => `${i + 1}\n${clock(start)} --> ${clock(end)}\n${text}\n`)
    .join('\n');
}

const clock = (seconds: number): string => `00:00:${seconds.toFixed(3).padStart(6, '0').replace('.', ',')}`;
