import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatTimecode, quantile, rate } from '@mondwerk/film';
import { speakAll } from '../../../tools/spokenLine.ts';
import { mondwerk, startMondwerk, type Ended } from '../mondwerk.ts';
import { writeWav } from '../../performer/soundFiles.ts';
import { readTextGrid } from './textGridReader.ts';

const SENTENCES = [
  'The old ship sailed away this morning.',
  'Nobody knew what to say about it.',
  'Please bring me some fresh water.',
  'We will leave before the sun comes up.',
];

/** Nobody can say this while another sentence is said. */
const LONG = 'Somebody else entirely bought seven green umbrellas yesterday, because it rained and rained.';

interface Timed {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly confidence: number;
}

interface Told {
  readonly words: readonly Timed[];
  readonly phones: readonly Timed[];
  readonly lines: readonly (Timed & {
    readonly index: number;
    readonly fits: boolean;
    readonly problem?: string;
  })[];
  readonly clock: string;
  readonly seconds: number;
}

let folder: string;
let truth: ReturnType<typeof speakAll>;

/** When each sentence begins and ends: eSpeak NG pauses for nearly half a second between them. */
let spans: { readonly start: number; readonly end: number }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-align-'));
  truth = speakAll(SENTENCES, { voice: 'en-us+m7', speed: 150, pitch: 45 });
  await writeVoice('voice.wav', truth.samples, truth.sampleRate);
  spans = sentencesOf(truth.phones);
  const srt = spans.map(
    ({ start, end }, at) => `${at + 1}\n${srtTime(start)} --> ${srtTime(end)}\n${SENTENCES[at]}\n`,
  );
  const texts = {
    'voice.srt': srt.join('\n'),
    'plain.txt': SENTENCES.join('\n'),
    'wrong.srt': srt.join('\n').replace(SENTENCES[1], LONG),
    'late.srt': '1\n00:10:00,000 --> 00:10:01,000\nToo late.\n',
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  await mkdir(join(folder, 'made'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const writeVoice = (name: string, samples: Float32Array, sampleRate: number): Promise<void> =>
  writeWav(join(folder, name), {
    samples: Int16Array.from(samples, (sample) => sample * 32_767),
    sampleRate,
  });

const align = (args: string): Promise<Ended> => mondwerk(['align', ...args.split(' ')], folder);
const told = async (name: string): Promise<Told> =>
  JSON.parse(await readFile(join(folder, name), 'utf8')) as Told;

describe('mondwerk align', () => {
  it('finds every line, word and sound where it is said', async () => {
    const { code, stderr } = await align(
      '--voice voice.wav --script voice.srt --language en-US --out a.json --out a.TextGrid --out a.svg',
    );
    expect(stderr).toMatch(
      /voice\.wav: 4 lines, 28 words, all lines fit\.\nWritten: a\.json, a\.TextGrid and a\.svg\.\n$/,
    );
    expect(code).toBe(0);
    const { words, phones, lines, clock, seconds } = await told('a.json');
    expect(words.map(({ text }) => text).join(' ')).toBe(SENTENCES.join(' ').replaceAll('.', ''));
    for (const item of [...words, ...phones]) {
      expect(Object.keys(item)).toEqual(['start', 'end', 'text', 'confidence', 'line']);
      expect(item.end).toBeGreaterThan(item.start);
    }
    expect(clock).toBe('voice');
    expect(seconds).toBeCloseTo(truth.samples.length / truth.sampleRate, 1);
    lines.forEach(({ start, end }, at) => {
      expect(Math.abs(start - spans[at].start)).toBeLessThan(0.08);
      expect(Math.abs(end - spans[at].end)).toBeLessThan(0.12);
    });
    expect(quantile(startErrors(phones), 0.5)).toBeLessThan(0.025);
    const { tiers } = readTextGrid(await readFile(join(folder, 'a.TextGrid'), 'utf8'));
    expect(tiers.get('words')!.filter(({ text }) => text !== '')).toHaveLength(28);
  });

  it('finds the lines of plain text too, and those of a script whose times are not heeded', async () => {
    const plain = await align('--voice voice.wav --script plain.txt --language en-US --out p.json');
    const unheeded = await align(
      '--voice voice.wav --script late.srt --plain-text --language en-US --out l.json',
    );
    expect([plain.code, unheeded.code]).toEqual([0, 0]);
    const { phones, lines } = await told('p.json');
    expect(lines.every(({ fits }) => fits)).toBe(true);
    expect(quantile(startErrors(phones), 0.5)).toBeLessThan(0.025);
  });

  it('hears a film from its first frame, and counts frames as it does', async () => {
    const picture = '-f lavfi -i testsrc2=size=64x64:rate=24000/1001:duration=20';
    const sound = '-itsoffset 1 -i voice.wav -map 0 -map 1 -c:a pcm_s16le -timecode 01:00:00:00';
    await promisify(execFile)('ffmpeg', `-v error -y ${picture} ${sound} film.mov`.split(' '), {
      cwd: folder,
    });
    const { code } = await align(
      '--voice film.mov --script plain.txt --language en-US --out f.json --out f.detx',
    );
    expect(code).toBe(0);
    const { lines } = await told('f.json');
    expect(Math.abs(lines[0].start - 1 - spans[0].start)).toBeLessThan(0.08);
    const frame = Math.round((lines[0].start * 24_000) / 1001);
    const [, timecode] = /<lipsync timecode="([^"]+)"/.exec(await readFile(join(folder, 'f.detx'), 'utf8'))!;
    expect(timecode).toBe(formatTimecode(frame, rate(24_000, 1001), { frame: 86_400, drop: false }));
  });

  it('finds two people who speak at once, each with tiers of their own', async () => {
    const manner = { speed: 150, pitch: 45 };
    const ann = speakAll(['I never wanted the summer to end.'], { ...manner, voice: 'en-us+f4' });
    const ben = speakAll([SENTENCES[2]], { ...manner, voice: 'en-us+m3' });
    const late = 1;
    const offset = late * ann.sampleRate;
    const length = Math.max(ann.samples.length, offset + ben.samples.length);
    const both = Float32Array.from(
      { length },
      (_, at) => ((ann.samples[at] ?? 0) + (ben.samples[at - offset] ?? 0)) / 2,
    );
    await writeVoice('both.wav', both, ann.sampleRate);
    const truths = [sentencesOf(ann.phones)[0], sentencesOf(ben.phones)[0]].map(({ start, end }, at) => ({
      ...{ start: start + at * late, end: end + at * late },
    }));
    const names = ['ANN: I never wanted the summer to end.', `BEN: ${SENTENCES[2]}`];
    const srt = truths.map(
      ({ start, end }, at) => `${at + 1}\n${srtTime(start)} --> ${srtTime(end)}\n${names[at]}\n`,
    );
    await writeFile(join(folder, 'both.srt'), srt.join('\n'));
    await align('--voice both.wav --script both.srt --language en-US --out b.json --out b.TextGrid');
    const { lines } = await told('b.json');
    lines.forEach(({ start, end, fits }, at) => {
      expect(fits).toBe(true);
      expect(Math.abs(start - truths[at].start)).toBeLessThan(0.3);
      expect(Math.abs(end - truths[at].end)).toBeLessThan(0.3);
    });
    const { tiers } = readTextGrid(await readFile(join(folder, 'b.TextGrid'), 'utf8'));
    expect([...tiers.keys()].filter((name) => name.endsWith('words'))).toEqual([
      'ANN - words',
      'BEN - words',
    ]);
  });

  it('says which line is not what the voice says, where, and how to see it', async () => {
    const { code, stderr } = await align(
      '--voice voice.wav --script wrong.srt --language en-US --out w.json',
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/voice\.wav: 4 lines, \d+ words, 1 line does not fit: 2 \(0:0\d\.\d\)\./);
    expect(stderr).toContain('A picture shows where it is wrong: add --out NAME.svg.');
    const { lines } = await told('w.json');
    expect(lines.map(({ fits }) => fits)).toEqual([true, false, true, true]);
    expect(lines[1].problem).toMatch(/^(other-words|too-fast|not-heard)$/);
  });

  it('tells its progress as JSON where it is asked to', async () => {
    const { stderr } = await align(
      '--voice voice.wav --script voice.srt --language en-US --out j.json --json-progress',
    );
    const ticks = stderr
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { stage: string; done: number });
    expect(ticks.at(-1)).toMatchObject({ stage: 'alignSpeech', done: 4, total: 4, unit: 'lines' });
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { child, ended, says } = startMondwerk(
      [
        'align',
        '--voice',
        'voice.wav',
        '--script',
        'voice.srt',
        '--language',
        'en-GB',
        '--out',
        'made/s.json',
        '--json-progress',
      ],
      folder,
    );
    await says(/alignSpeech/);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped; nothing was written.');
    expect(await readdir(join(folder, 'made'))).toEqual([]);
  });
});

const grid = new URL('../../../../shared/fixtures/grid/', import.meta.url).pathname;

describe.skipIf(!existsSync(grid))('a real voice (GRID, where the fixtures are)', () => {
  it('is followed where it drifts from its script, and told on its own clock or on the script’s', async () => {
    const args = `--voice ${grid}dub.wav --script ${grid}dub.srt --language en-GB`;
    const own = await align(`${args} --out own.json`);
    expect(own.stderr).toMatch(
      /dub\.wav runs ahead of dub\.srt, by 0\.8\d s at the end: times are those of dub\.wav as it is; --conform/,
    );
    const conformed = await align(`${args} --conform --out conformed.json`);
    expect(conformed.stderr).toMatch(/times are those of dub\.srt; without --conform/);
    // Every sentence of dub.wav is 22 ms shorter than those that its words were timed in.
    const words = await trueWords();
    for (const [name, lost] of [
      ['own.json', 0.022],
      ['conformed.json', 0],
    ] as const) {
      const errors = edgeErrors((await told(name)).words, words, lost);
      expect([quantile(errors, 0.5) <= 0.02, quantile(errors, 0.95) <= 0.08]).toEqual([true, true]);
    }
  }, 400_000);
});

const WORDS_A_SENTENCE = 6;

/** How far the edges of words are from the true ones, where every sentence begins `lost` seconds earlier than the last. */
const edgeErrors = (words: readonly Timed[], real: readonly TrueWord[], lost: number): number[] =>
  real.flatMap(({ start, end }, at) => {
    const early = lost * Math.floor(at / WORDS_A_SENTENCE);
    return [Math.abs(words[at].start - start + early), Math.abs(words[at].end - end + early)];
  });

type TrueWord = Pick<Timed, 'start' | 'end' | 'text'>;

async function trueWords(): Promise<TrueWord[]> {
  const rows = (await readFile(join(grid, 'dub.words.csv'), 'utf8')).trim().split('\n').slice(1);
  return rows.map((row) => {
    const [start, end, text] = row.split(',');
    return { start: Number(start), end: Number(end), text };
  });
}

/** How far sounds begin from where eSpeak NG began them: equal sounds in their order, whatever one side has more. */
function startErrors(phones: readonly Timed[]): number[] {
  const errors: number[] = [];
  let at = 0;
  for (const { text, start } of phones) {
    const found = truth.phones.findIndex(
      ({ ipa }, place) => place >= at && place < at + 4 && ipa.startsWith(text),
    );
    if (found < 0) continue;
    errors.push(Math.abs(truth.phones[found].start - start));
    at = found + 1;
  }
  expect(errors.length).toBeGreaterThan(phones.length / 2);
  return errors;
}

function sentencesOf(phones: (typeof truth)['phones']): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of phones) {
    const last = found.at(-1);
    if (last === undefined || start - last.end > 0.3) found.push({ start, end });
    else last.end = end;
  }
  return found;
}

const srtTime = (seconds: number): string =>
  new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', ',');
