import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { median } from '@mondwerk/film';
import { runProgram } from '@mondwerk/media';
import { lineMouth, type LineMouth } from '../../../apps/backend/src/pipeline/lines/lineMouth.ts';
import { takeSettings, type PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { reportSchema } from '../../../apps/backend/src/pipeline/report/reportSchema.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { makeTalkingAtOnce, type TalkingAtOnce } from '../talkingAtOnce.ts';
import { runAct, store, type ActResult } from './actRunner.ts';

const title = '0193a2f0-0000-7000-8000-000000000011';

/** Mira on the left and Anton on the right, as the platform names them. */
const people = ['0193a2f0-0000-7000-8000-0000000000aa', '0193a2f0-0000-7000-8000-0000000000bb'];

/** Which of them says each line of the script. */
const SAID_BY = [0, 1, 0, 1];

let folder: string;
let storage: Storage;
let made: TalkingAtOnce;
let order: PlanOrder;
let planned: ActResult<'plan'>;
let mouths: LineMouth[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-at-once-'));
  storage = await openDiskStorage(join(folder, 'storage'));
  made = await makeTalkingAtOnce(join(folder, 'made'), 360);
  const source = await store(storage, made.film, `titles/${title}/source.mp4`);
  const stems = [];
  for (const { name, voice } of made.talkers) {
    const stem = await store(storage, voice, `titles/${title}/dubs/es/${name}.wav`);
    stems.push({ ...stem, name: `${name}.wav`, character: name });
  }
  const script = await store(storage, made.script, `titles/${title}/dubs/es/script.srt`);
  const analysed = await runAct(storage, 'analyse', { title, source, proxy: { burnTimecode: false } });
  const left = analysed.told.trackFaces[0].tracks.toSorted(
    (a, b) => a.boxes[0].box.left - b.boxes[0].box.left,
  );
  order = {
    ...{ title, source, stems, original: null, lineSettings: [], lexicon: [] },
    performers: left.map(({ track }, at) => ({ id: people[at], tracks: [track], strength: 1 })),
    script: { ...script, language: 'es' },
    settings: { fitVoice: false, voiceAsIs: false, followLoudness: false, onlyVisible: false },
    casting: {
      characters: made.talkers.map(({ name }, at) => ({ character: name, performer: people[at] })),
      lines: [],
    },
  };
  planned = await runAct(storage, 'plan', order);
  mouths = await mouthsOf(planned);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a plan tells of the mouths, line by line. */
async function mouthsOf({ told }: ActResult<'plan'>): Promise<LineMouth[]> {
  const [{ lines, mouths: file }] = told.planLines;
  const bytes = await readFile(await storage.localFile(file.key));
  return lines.map((line) =>
    lineMouth.parse(JSON.parse(bytes.subarray(line.bytes.start, line.bytes.end).toString())),
  );
}

/** The sounds of a talker within a span that can only be made with closed lips. */
const closures = (who: number) => made.talkers[who].phones.filter(({ ipa }) => /^[pbm]$/.test(ipa));

/** How far a talker's lips shall be apart at an instant, of how far they ever shall; `null` where they say nothing. */
function wantedAt(who: number, seconds: number): number | null {
  const frame = Math.floor(seconds * 25);
  const own = mouths.filter(({ index }) => SAID_BY[index] === who).flatMap((line) => line.mouths);
  const widest = Math.max(...own.flatMap(({ wanted }) => wanted));
  const saying = own.find(({ start, end }) => start <= frame && frame < end);
  return saying === undefined ? null : saying.wanted[frame - saying.start] / widest;
}

describe('two people who speak at once, each in a file of their own', () => {
  it('are each heard by themselves, at the same time', () => {
    const [{ lines }] = planned.told.alignSpeech;
    expect(lines.map(({ fits, problem }) => [fits, problem])).toEqual(SAID_BY.map(() => [true, null]));
    for (const [first, second] of [
      [0, 1],
      [2, 3],
    ]) {
      const shared = lines[first].span.end - lines[second].span.start;
      expect(shared).toBeGreaterThan(1.2);
    }
    const heard = planned.times.filter(({ stage }) => stage === 'alignSpeech');
    expect(heard.filter(({ reused }) => !reused)).toHaveLength(2);
  });

  it('are heard where they really speak', () => {
    const off = mouths.flatMap(({ index, phones }) => {
      const sounds = made.talkers[SAID_BY[index]].phones.filter(({ ipa }) => ipa !== '_');
      return phones
        .filter(({ ipa }) => /^[pbm]$/.test(ipa))
        .map(({ ipa, start }) =>
          Math.min(
            ...sounds.filter((sound) => sound.ipa === ipa).map((sound) => Math.abs(sound.start - start)),
          ),
        );
    });
    expect(off.length).toBeGreaterThan(10);
    expect(median(off)).toBeLessThan(0.03);
    expect(Math.max(...off)).toBeLessThan(0.12);
  });

  it('have mouths that follow their own voice and not the other’s', () => {
    const [{ lines }] = planned.told.planLines;
    expect(lines.map(({ spoken }) => spoken.map(({ performer, doubt }) => [performer, doubt]))).toEqual(
      SAID_BY.map((who) => [[people[who], null]]),
    );
    const counts = { closed: 0, apart: 0 };
    for (const who of [0, 1]) {
      for (const { start, end } of closures(who)) {
        const middle = start + 0.4 * (end - start);
        const [own, other] = [wantedAt(who, middle), wantedAt(1 - who, middle)];
        expect(own, `closed at ${middle}`).toBeLessThan(0.35);
        counts.closed += 1;
        if (other !== null && other > 0.5) counts.apart += 1;
      }
    }
    expect(counts.closed).toBeGreaterThan(10);
    // Each is seen to be open while the other's lips are closed.
    expect(counts.apart).toBeGreaterThan(2);
  });

  it('are rendered so, at the same time in the same picture', async () => {
    const { told } = await runAct(storage, 'render', {
      ...order,
      shots: [{ shot: 0, take: 1, settings: takeSettings.parse({}) }],
    });
    const [{ report }] = told.inspect;
    const read = reportSchema.parse(JSON.parse(await readFile(await storage.localFile(report.key), 'utf8')));
    for (const performer of people) {
      const own = read.lips.filter((lip) => lip.performer === performer);
      expect(own.length).toBeGreaterThan(4);
      expect(own.filter(({ reached }) => reached).length).toBeGreaterThan(0.8 * own.length);
    }
    expect(read.voices?.map(({ files, lines }) => [files, lines])).toEqual([
      [['MIRA.wav'], [0, 2]],
      [['ANTON.wav'], [1, 3]],
    ]);
    expect(read.shots[0].changed.map(({ frames }) => frames > 100)).toEqual([true, true]);
  });

  it('have only the changed file heard again', async () => {
    const [mira, anton] = order.stems;
    const quieter = await runAct(storage, 'plan', {
      ...order,
      stems: [mira, { ...anton, sha256: 'b'.repeat(64) }],
    });
    const heard = quieter.times.filter(({ stage }) => stage === 'alignSpeech');
    expect(heard.filter(({ reused }) => !reused)).toHaveLength(1);
    expect(quieter.told.planLines[0].lines.map(({ span }) => span)).toEqual(
      planned.told.planLines[0].lines.map(({ span }) => span),
    );
  });
});

describe('two people who speak at once', () => {
  it('in one file are told of, and looked for each by itself', async () => {
    const mixed = join(folder, 'mix.wav');
    const inputs = made.talkers.flatMap(({ voice }) => ['-i', voice]);
    await runProgram('ffmpeg', [
      ...['-v', 'error', ...inputs, '-filter_complex', 'amix=inputs=2:normalize=0', mixed],
    ]);
    const stem = await store(storage, mixed, `titles/${title}/dubs/es/mix.wav`);
    const { told } = await runAct(storage, 'plan', { ...order, stems: [{ ...stem, character: null }] });
    const [{ lines }] = told.planLines;
    expect(lines.map(({ problem }) => problem)).toEqual(lines.map(() => 'overlaps'));
    expect(lines.every(({ lateBy }) => Math.abs(lateBy!) < 0.4)).toBe(true);
    expect(lines[0].span.end - lines[1].span.start).toBeGreaterThan(1);
  });

  it('with one and the same mouth, as a script may have it by mistake, say one line after the other', async () => {
    const characters = made.talkers.map(({ name }) => ({ character: name, performer: people[0] }));
    const { told } = await runAct(storage, 'plan', { ...order, casting: { characters, lines: [] } });
    const [{ lines, shots }] = told.planLines;
    expect(shots.map(({ performers }) => performers)).toEqual([[people[0]]]);
    expect(lines.every(({ rendered }) => rendered > 0)).toBe(true);
  });
});

describe('a line that nobody says in the voice', () => {
  it('is told of, and its mouth rests while the original’s moves', async () => {
    const silent = join(folder, 'silent.wav');
    const args = [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      `anullsrc=r=22050:cl=mono:d=${made.frames / 25}`,
      silent,
    ];
    await runProgram('ffmpeg', args);
    const stem = await store(storage, silent, `titles/${title}/dubs/es/silent.wav`);
    const [mira, anton] = order.stems;
    const stems = [mira, { ...anton, ...stem, character: anton.character }];
    const plan = await runAct(storage, 'plan', { ...order, stems });
    const [{ lines }] = plan.told.planLines;
    expect(lines.map(({ problem }) => problem)).toEqual([null, 'not-heard', null, 'not-heard']);
    const [, missing] = await mouthsOf(plan);
    expect(missing.phones).toEqual([]);
    const [mouth] = missing.mouths;
    expect(mouth.performer).toBe(people[1]);
    const widest = Math.max(...mouth.seen.flatMap((gap) => gap ?? []));
    expect(Math.max(...mouth.wanted)).toBeLessThan(widest / 3);
    expect(lines[1].rendered).toBeGreaterThan(30);
    const lineSettings = [{ line: 1, offset: 0, strength: 1, leave: true, cues: [] }];
    const left = await runAct(storage, 'plan', { ...order, stems, lineSettings });
    expect(left.told.planLines[0].lines.map(({ rendered, leftOut }) => [rendered > 0, leftOut])).toEqual([
      [true, null],
      [false, 'left-as-asked'],
      [true, null],
      [true, null],
    ]);
  });
});
