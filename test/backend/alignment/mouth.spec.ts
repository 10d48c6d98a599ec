import { beforeAll, describe, expect, it } from 'vitest';
import { perSecond, rate, SILENCE, type Phone } from '@mondwerk/film';
import { writeCueTable, writeMouthJson } from '../../../apps/backend/src/alignment/files/writeMouth.ts';
import {
  writeRhubarbJson,
  writeRhubarbTable,
} from '../../../apps/backend/src/alignment/files/writeRhubarb.ts';
import { lipMarks } from '../../../apps/backend/src/alignment/mouth/lipMarks.ts';
import { drawnCues } from '../../../apps/backend/src/alignment/mouth/rhubarb.ts';
import { tellMouth, type ToldMouth } from '../../../apps/backend/src/alignment/mouth/tellMouth.ts';
import { TINY, TINY_PHONES } from './tinyAlignment.ts';

const PAL = rate(25);

/** Sounds one after the other, so many seconds each. */
function said(...sounds: readonly (readonly [ipa: string, seconds: number])[]): Phone[] {
  let at = 0;
  return sounds.map(([ipa, seconds]) => {
    const span = { start: at, end: (at += seconds) };
    return { ipa, span, confidence: 0.9, line: ipa === SILENCE ? -1 : 0, word: 'word' };
  });
}

describe('what a voice asks of a mouth', () => {
  let told: ToldMouth;

  beforeAll(async () => {
    told = await tellMouth(TINY_PHONES, { rate: PAL, seconds: 3 });
  });

  it('names shapes with their frames, sounds and words, and cuts silence off at the ends', () => {
    expect(told.cues[0]).toMatchObject({ shape: 'rest', start: 0, sound: '', word: '', line: -1 });
    expect(told.cues.at(-1)).toMatchObject({ shape: 'rest', end: 3, frames: { end: 75 } });
    const [first] = told.cues.filter(({ shape }) => shape === 'closed');
    expect(first).toMatchObject({ sound: 'm', word: 'Mum', line: 0, confidence: 0.9 });
    for (const { start, end, frames } of told.cues) {
      expect(frames.start / perSecond(PAL)).toBeLessThanOrEqual(start + 1e-6);
      expect(frames.end / perSecond(PAL)).toBeGreaterThanOrEqual(end - 1e-6);
    }
  });

  it('moves frame by frame: shut in closures and in silence, open for vowels', () => {
    const { gap, jaw, width } = told.wanted;
    expect([gap.length, jaw.length, width.length]).toEqual([75, 75, 75]);
    for (const { shape, frames } of told.cues) {
      const least = Math.min(...gap.subarray(frames.start, frames.end));
      if (shape === 'closed' || shape === 'rest') expect(least).toBeLessThan(0.02);
    }
    expect(Math.max(...gap.subarray(50))).toBeLessThan(0.02);
    expect(Math.max(...gap.subarray(30, 40))).toBeGreaterThan(0.05);
    expect(Math.max(...jaw)).toBeGreaterThan(0.02);
  });

  it('moves the same wherever a long voice is cut for predicting', async () => {
    const sounds = Array.from({ length: 700 }, () => said(['b', 0.1], ['a', 0.15], ['f', 0.1])).flat();
    const long = said(...sounds.map(({ ipa, span }) => [ipa, span.end - span.start] as const));
    const { gap } = (await tellMouth(long, { rate: PAL, seconds: 245 })).wanted;
    const period = 7 * 5;
    for (const frame of [1999, 2000, 2001, 4000]) {
      expect(gap[frame]).toBeCloseTo(gap[(frame % period) + 10 * period], 2);
    }
  });

  it('is written as JSON and as a table', () => {
    const json = JSON.parse(writeMouthJson(TINY, told, null)) as Record<string, unknown> & { cues: object[] };
    expect(json).toMatchObject({ version: 1, rate: '25/1', clock: 'voice', seconds: 3 });
    expect(json).not.toHaveProperty('lines');
    expect(json.cues[0]).toMatchObject({ shape: 'rest', frames: [0, 13], line: null });
    expect(writeCueTable(told).split('\r\n')[0]).toBe(
      'shape,start,end,first_frame,last_frame,sound,word,confidence,line',
    );
    expect(writeCueTable(told).split('\r\n')[2]).toMatch(/^closed,0\.\d+,0\.\d+,\d+,\d+,m,Mum,0\.9,1$/);
  });

  it('is nothing but rest where nobody speaks, and nothing at all where nothing is heard', async () => {
    const silent = await tellMouth(said([SILENCE, 2]), { rate: PAL, seconds: 2 });
    expect(silent.cues).toHaveLength(1);
    expect(Math.max(...silent.wanted.gap)).toBeLessThan(0.02);
    expect((await tellMouth([], { rate: PAL, seconds: 1 })).cues).toEqual([]);
  });
});

describe('long work', () => {
  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const reach = (): void => controller.abort(new Error('enough'));
    const phones = said(['a', 3600]);
    const told = tellMouth(phones, { rate: PAL, seconds: 3600 }, { signal: controller.signal, reach });
    await expect(told).rejects.toThrow('enough');
  });
});

describe('mouths as animators draw them', () => {
  it.each([
    ['m', 'A'],
    ['s', 'B'],
    ['iː', 'B'],
    ['ɛ', 'C'],
    ['a', 'D'],
    ['ɔː', 'E'],
    ['uː', 'F'],
    ['w', 'F'],
    ['f', 'G'],
    ['l', 'H'],
    [SILENCE, 'X'],
  ])('%s is drawn as %s', (ipa, value) => {
    expect(drawnCues(said([ipa, 0.5]), 0.5)).toEqual([{ start: 0, end: 0.5, value }]);
  });

  it('follow each other without gaps, in hundredths, and end idle', () => {
    const cues = drawnCues(
      said([SILENCE, 0.333], ['b', 0.08], ['aɪ', 0.3], ['t', 0.02], [SILENCE, 0.4]),
      1.139,
    );
    expect(writeRhubarbTable(cues)).toBe('0.00\tX\n0.33\tA\n0.41\tD\n0.56\tB\n0.73\tX\n1.13\tX\n');
    cues.slice(1).forEach(({ start }, at) => expect(start).toBe(cues[at].end));
  });

  it('are written as Rhubarb writes them', () => {
    expect(writeRhubarbJson(drawnCues(said(['a', 0.5]), 0.5), { voice: 'a"b.wav', seconds: 0.5 })).toBe(
      '{\n  "metadata": {\n    "soundFile": "a\\"b.wav",\n    "duration": 0.50\n  },\n' +
        '  "mouthCues": [\n    { "start": 0.00, "end": 0.50, "value": "D" }\n  ]\n}\n',
    );
  });
});

describe('marks of the lips in a line', () => {
  it('say how it begins and ends, where it pauses, and where the lips meet', () => {
    const phones = said(
      ['a', 0.2],
      ['m', 0.1],
      ['a', 0.2],
      [SILENCE, 0.5],
      ['p', 0.1],
      ['a', 0.2],
      ['b', 0.1],
    );
    const marks = lipMarks(phones);
    expect(marks.map(({ kind }) => kind)).toEqual([
      ...['in-open', 'mpb', 'out-open', 'in-close', 'out-close'],
    ]);
    expect(marks[1].at).toBeCloseTo(0.25, 1);
    expect(marks[3].at).toBeCloseTo(1);
  });

  it('are none where nothing is said', () => {
    expect(lipMarks(said([SILENCE, 1]))).toEqual([]);
  });
});
