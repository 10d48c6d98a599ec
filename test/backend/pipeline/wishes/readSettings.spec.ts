import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import { readSettings } from '../../../../apps/backend/src/pipeline/wishes/readSettings.ts';

/** Four seconds at 25 frames a second, two lines. */
const film = {
  clock: { times: Float64Array.from({ length: 100 }, (_, frame) => frame / 25), end: 4 },
  rate: { num: 25, den: 1 },
  ...{ width: 640, height: 360 },
};
const lines: Line[] = [
  { index: 0, text: 'Maybe my brother.', character: 'ANNA' },
  { index: 1, text: 'Five warm puppies.' },
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-read-settings-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const path = join(folder, 'file.json');
  await writeFile(path, text);
  return readSettings(path, { film, lines });
}

const refused = (says: object | string): Promise<string> =>
  read(typeof says === 'string' ? says : JSON.stringify({ version: 1, ...says })).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );

const mask = (more: object): object => ({
  masks: [{ shot: 0, shows: 'frame', unit: 'pixels', shapes: [triangle(0)], ...more }],
});
const triangle = (frame: number, right = 10): object => ({
  frame,
  corners: [[0, 0], [right, 0], [0, 10]], // prettier-ignore
});

describe('a settings file', () => {
  it('may have comments, commas too many, and a byte order mark', async () => {
    const { wishes } = await read(
      '\uFEFF{ // a "comment"\n "version": 1, /* , */ "all": { "grain": 0.5, },\n}',
    );
    expect(wishes.all).toEqual({ grain: 0.5 });
  });

  it('keeps what looks like a comment or a comma too many inside of quotes', async () => {
    const { wishes } = await read('{"version":1,"performers":{"a // b, }":{"grain":1}}}');
    expect(wishes.performers).toEqual([{ performer: 'a // b, }', wish: { grain: 1 } }]);
  });

  it('is read at once however many comments follow on one another', async () => {
    const comments = '/* * */ // // //\n'.repeat(2000);
    const { wishes } = await read(`{"version":1,${comments}"all":{"grain":1,${comments}}}`);
    expect(wishes.all).toEqual({ grain: 1 });
  });

  it('brings times onto frames, and shares of the picture onto pixels', async () => {
    const { wishes } = await read(
      JSON.stringify({
        version: 1,
        shots: [
          { from: '00:00:01:00', to: '00:00:02:00', grain: 0 },
          { from: 2, to: 4 },
        ],
        masks: [
          {
            ...{ from: 0, to: 1, shows: 'mouth', unit: 'picture', feather: 0.01 },
            shapes: [{ at: '0:00.4', corners: [[0.5, 0.5], [1, 0.5], [1, 1]] }], // prettier-ignore
          },
        ],
      }),
    );
    expect(wishes.shots.map(({ where }) => where)).toEqual([
      { frames: { start: 25, end: 50 } },
      { frames: { start: 50, end: 100 } },
    ]);
    const [{ keys, feather }] = wishes.masks;
    expect(feather).toBeCloseTo(3.6);
    expect(keys).toEqual([{ frame: 10, corners: [[320, 180], [640, 180], [640, 360]] }]); // prettier-ignore
  });

  it.each([
    ['a setting that there is not', { all: { strenth: 1 } }, 'all.strenth is no setting there is'],
    ['too much', { all: { feather: 9 } }, 'all.feather is 9: the most is 3'],
    [
      'too little',
      { performers: { ANNA: { strength: 0.1 } } },
      'performers.ANNA.strength is 0.1: the least is 0.5',
    ],
    ['a word for a number', { all: { grain: 'much' } }, 'all.grain must be a number'],
    [
      'unknown words',
      { all: { sources: 'mine' } },
      'all.sources must be "usual" or "any" or "own shot" or "long runs"',
    ],
    [
      'too much inside of what may be a word',
      { all: { sources: { ownShot: 101 } } },
      'all.sources.ownShot is 101: the most is 100',
    ],
    ['a place that is none', { shots: [{ grain: 1 }] }, 'shots[0] must say where'],
    ['a shot and a span', { shots: [{ shot: 1, from: 0, to: 1 }] }, 'shots[0] must say where'],
    [
      'a time that is none',
      { shots: [{ from: 'soon', to: 1 }] },
      'shots[0].from is "soon", which is no time',
    ],
    [
      'a time after the end',
      { shots: [{ from: 1, to: 9 }] },
      'shots[0].to is 9, after the end of the film, which lasts 4.00 s',
    ],
    [
      'an end before its beginning',
      { shots: [{ from: 2, to: 1 }] },
      'shots[0] ends at 1, which is not after 2',
    ],
    ['spans that overlap', { shots: [{ from: 0, to: 2 }, { from: 1, to: 3 }] }, 'shots[1] is about frames that shots[0] is about too'], // prettier-ignore
    [
      'a line that there is not',
      { lines: [{ line: 2 }] },
      'lines[0].line is 2, which the script does not have: its lines are 0 to 1',
    ],
    [
      'another text',
      { lines: [{ line: 1, text: 'No.' }] },
      'lines[0].text is not what line 1 says, which is "Five warm puppies."',
    ],
    [
      'a line twice',
      { lines: [{ line: 1 }, { line: 1 }] },
      'lines[1].line is 1, which lines[0] is about already',
    ],
    ['two corners', mask({ shapes: [{ frame: 0, corners: [[0, 0], [1, 1]] }] }), 'masks[0].shapes[0].corners needs 3 at least'], // prettier-ignore
    ['corners that come and go', mask({ shapes: [triangle(0), { frame: 5, corners: [[0, 0], [1, 1], [2, 2], [3, 3]] }] }), 'masks[0].shapes must all have as many corners'], // prettier-ignore
    [
      'shapes out of order',
      mask({ shapes: [triangle(5), triangle(5)] }),
      'masks[0].shapes[1] does not come after the one before it',
    ],
    [
      'a frame after the last',
      mask({ shapes: [triangle(100)] }),
      "masks[0].shapes[0].frame is 100, after the film's last frame, 99",
    ],
    [
      'no unit',
      { masks: [{ shot: 0, shows: 'frame', shapes: [triangle(0)] }] },
      'masks[0].unit must be "pixels" or "picture"',
    ],
    ['another version', '{"version":2}', 'version must be 1'],
    ['no JSON', '{"version":1\n"all":{}}', 'is not JSON in line 2'],
    ['a list', '[]', 'must be an object in { }'],
  ])('is refused with its place for %s', async (_, says, sentence) => {
    expect(await refused(says)).toContain(sentence);
  });

  it('is refused for everything at once, but not for more than one can read', async () => {
    const all = Array.from({ length: 30 }, (_, line) => ({ line: line + 5 }));
    const told = (await refused({ lines: all })).split('\n');
    expect(told).toHaveLength(11);
    expect(told[10]).toBe('20 more like these follow.');
  });
});
