import { describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import {
  castLines,
  type HeardLine,
  type MeasureMouths,
} from '../../../apps/backend/src/pipeline/casting/castLines.ts';
import { dubbedTracks } from '../../../apps/backend/src/pipeline/casting/dubbedTracks.ts';
import { hearLines, missingLines } from '../../../apps/backend/src/pipeline/casting/heardLines.ts';
import type { TrackSummary } from '../../../apps/backend/src/pipeline/casting/trackSummary.ts';

const track = (id: string, shot: number, start: number, end: number, height = 100): TrackSummary => ({
  id,
  shot,
  span: { start, end },
  identity: new Float32Array(),
  frames: end - start,
  boxes: [],
  height,
  frontal: 1,
  best: { frame: 0, box: { left: 0, top: 0, right: 10, bottom: 10 } },
});

/** Anna is alone in shot 0, Ben in shot 1, both are in shot 2, nobody is in shot 3. */
const tracks = [
  track('a0', 0, 0, 50),
  track('b1', 1, 50, 100),
  track('a2', 2, 100, 150, 80),
  track('b2', 2, 100, 150, 120),
];
const performers = [
  { id: 'Anna', tracks: ['a0', 'a2'] },
  { id: 'Ben', tracks: ['b1', 'b2'] },
];
const shots = [0, 1, 2, 3].map((index) => ({ index, frames: { start: 50 * index, end: 50 * index + 50 } }));

const heard = (line: number, shot: number): HeardLine => ({
  line,
  shot,
  frames: { start: 50 * shot + 5, end: 50 * shot + 40 },
});

const said = (...characters: readonly (string | undefined)[]): Line[] =>
  characters.map((character, index) => ({ index, text: 'Hello.', character }));

type Measured = Awaited<ReturnType<MeasureMouths>>;

/** Nothing was measured: the film has no sound, and nobody looked at mouths. */
const still = async (): Promise<Measured> => ({ mouths: new Map(), speech: null });

/** Mouths that move by so much, with the voice by so much where the film has sound. */
const moving =
  (mouths: Readonly<Record<string, readonly [movement: number, voice?: number]>>, speech?: number) =>
  async (): Promise<Measured> => ({
    mouths: new Map(
      Object.entries(mouths).map(([performer, [movement, voice]]) => [
        performer,
        { movement, range: 8 * movement, seen: 1, voice: voice ?? null },
      ]),
    ),
    speech: speech ?? null,
  });

const decided = (): undefined => undefined;

describe('who says a line', () => {
  it('is whom people named, where that performer is on the screen', async () => {
    const named = { lines: said('ANNA', 'ANNA'), performers, tracks, decided: () => 'Anna' };
    const [seen, unseen] = await castLines([heard(0, 2), heard(1, 1)], named, still);
    expect(seen).toMatchObject({ performer: 'Anna', doubt: null });
    expect(unseen).toMatchObject({ performer: null, doubt: expect.stringContaining('not on the screen') });
  });

  it('is nobody where people said so, though a face is on the screen', async () => {
    const muted = { lines: said('RADIO'), performers, tracks, decided: () => null };
    expect(await castLines([heard(0, 0)], muted, still)).toMatchObject([{ performer: null, doubt: null }]);
  });

  it('is the one face on the screen', async () => {
    const cast = await castLines(
      [heard(0, 0), heard(1, 1)],
      { lines: said(undefined, undefined), performers, tracks, decided },
      still,
    );
    expect(cast.map(({ performer, doubt }) => [performer, doubt])).toEqual([
      ['Anna', null],
      ['Ben', null],
    ]);
  });

  it('is nobody where no face is on the screen', async () => {
    const [line] = await castLines(
      [heard(0, 3)],
      { lines: said(undefined), performers, tracks, decided },
      still,
    );
    expect(line).toMatchObject({ performer: null, doubt: expect.stringContaining('no face') });
  });

  it('is, of two, the one who says that character’s other lines', async () => {
    const all = [heard(0, 0), heard(1, 1), heard(2, 2)];
    const cast = await castLines(
      all,
      { lines: said('ANNA', 'BEN', 'ANNA'), performers, tracks, decided },
      still,
    );
    expect(cast[2]).toMatchObject({ performer: 'Anna', doubt: null });
  });

  it('is, of two, the one whose mouth moves most, with a doubt', async () => {
    const moves = moving({ Anna: [0.05], Ben: [0.01] });
    const [line] = await castLines(
      [heard(0, 2)],
      { lines: said(undefined), performers, tracks, decided },
      moves,
    );
    expect(line).toMatchObject({ performer: 'Anna', doubt: expect.stringContaining('moved most') });
  });

  it('is the largest of two that move alike, with a doubt', async () => {
    const moves = moving({ Anna: [0.05], Ben: [0.04] });
    const [line] = await castLines(
      [heard(0, 2)],
      { lines: said(undefined), performers, tracks, decided },
      moves,
    );
    expect(line).toMatchObject({ performer: 'Ben', doubt: expect.stringContaining('largest') });
  });
});

describe('who says a line in a film with sound', () => {
  const unnamed = { lines: said(undefined), performers, tracks, decided };
  const named = (...characters: readonly string[]) => ({ ...unnamed, lines: said(...characters) });
  /** Measures each line in its own way. */
  const each =
    (...ways: readonly MeasureMouths[]): MeasureMouths =>
    (line, present) =>
      ways[line.line](line, present);

  it('is the one whose mouth moves with the voice, not the one who chews more', async () => {
    const [line] = await castLines([heard(0, 2)], unnamed, moving({ Anna: [0.02, 0.6], Ben: [0.03, 0] }, 1));
    expect(line).toMatchObject({ performer: 'Anna', by: 'voice' });
    expect(line.sureness).toBeGreaterThan(0.8);
  });

  it('is, without a doubt, the one who moves with the voice beside one who is silent', async () => {
    const moves = moving({ Anna: [0.02, 0.5], Ben: [0.001, 0.1] }, 1);
    const [line] = await castLines([heard(0, 2)], unnamed, moves);
    expect(line).toMatchObject({ performer: 'Anna', by: 'voice', doubt: null });
  });

  it('is nobody where no mouth moves while the film speaks: the listener is not touched', async () => {
    const listening = moving({ Anna: [0.001, 0.1] }, 1);
    const [line] = await castLines([heard(0, 0)], unnamed, listening);
    expect(line).toMatchObject({
      performer: null,
      by: 'nobody-seen',
      doubt: expect.stringMatching(/^no face is/),
    });
  });

  it('is the still face where the film says nothing then: the line was added', async () => {
    const [line] = await castLines([heard(0, 0)], unnamed, moving({ Anna: [0.001, 0.1] }, 0));
    expect(line).toMatchObject({ performer: 'Anna', by: 'only-face', doubt: null });
  });

  it('is doubted of the one face whose mouth moves, but not with the voice', async () => {
    const [line] = await castLines([heard(0, 0)], unnamed, moving({ Anna: [0.02, -0.1] }, 1));
    expect(line).toMatchObject({
      performer: 'Anna',
      by: 'only-face',
      doubt: expect.stringContaining('not with'),
    });
    expect(line.sureness).toBeLessThan(0.6);
  });

  it('is learned from where one of two clearly speaks, and used where that cannot be seen', async () => {
    const clear = moving({ Anna: [0.03, 0.7], Ben: [0.001, 0] }, 1);
    const alike = moving({ Anna: [0.02, 0.2], Ben: [0.02, 0.2] }, 1);
    const cast = await castLines([heard(0, 2), heard(1, 2)], named('ANNA', 'ANNA'), each(clear, alike));
    expect(cast[1]).toMatchObject({ performer: 'Anna', by: 'character', doubt: null });
  });

  it('is not learned from a listener’s face, and not given to one either', async () => {
    const speaks = moving({ Anna: [0.03, 0.6] }, 1);
    const listens = moving({ Ben: [0.001, 0.05] }, 1);
    const lines = [heard(0, 0), heard(1, 0), heard(2, 1)];
    const cast = await castLines(lines, named('ANNA', 'ANNA', 'ANNA'), each(speaks, speaks, listens));
    expect(cast.map(({ performer }) => performer)).toEqual(['Anna', 'Anna', null]);
  });

  it('is not somebody who chews while the speaker is off the screen', async () => {
    const speaks = moving({ Anna: [0.03, 0.6] }, 1);
    const chews = moving({ Ben: [0.03, 0.1] }, 1);
    const lines = [heard(0, 0), heard(1, 0), heard(2, 1)];
    const cast = await castLines(lines, named('ANNA', 'ANNA', 'ANNA'), each(speaks, speaks, chews));
    expect(cast[2]).toMatchObject({ performer: null, doubt: expect.stringContaining('not on the screen') });
  });

  it('is, where people said so, a face that does not even move', async () => {
    const chosen = { ...unnamed, decided: () => 'Anna' };
    const [line] = await castLines([heard(0, 0)], chosen, moving({ Anna: [0.001, 0] }, 1));
    expect(line).toMatchObject({ performer: 'Anna', by: 'person', sureness: 1, doubt: null });
  });
});

describe('lines that are heard at once', () => {
  const scene = { performers, tracks, decided };

  it('are not both said by the one face on the screen: the other character is off', async () => {
    const all = [heard(0, 0), heard(1, 1), heard(2, 0), heard(3, 1), heard(4, 1)];
    // In shot 1 Ben says lines 1 and 3; line 4, of Carl, is heard over one of them.
    const lines = said('ANNA', 'BEN', 'ANNA', 'BEN', 'CARL');
    const cast = await castLines(
      all.map((each) => (each.line === 3 ? { ...each, frames: { start: 92, end: 99 } } : each)),
      { ...scene, lines },
      still,
    );
    expect(cast.map(({ line, performer }) => [line, performer])).toEqual([
      [0, 'Anna'],
      [1, 'Ben'],
      [2, 'Anna'],
      [3, 'Ben'],
      [4, null],
    ]);
    expect(cast[4].doubt).toContain('says another line meanwhile');
  });

  it('are said by both faces where there are two', async () => {
    const lively = moving({ Anna: [0.05], Ben: [0.01] });
    const cast = await castLines(
      [heard(0, 2), heard(1, 2)],
      { ...scene, lines: said(undefined, undefined) },
      lively,
    );
    expect(cast.map(({ performer }) => performer).sort()).toEqual(['Anna', 'Ben']);
    expect(cast.every(({ doubt }) => doubt !== null)).toBe(true);
  });

  it('stay with whom people named, and with one character who says two', async () => {
    const named = { ...scene, lines: said('A', 'B'), decided: () => 'Anna' };
    const both = [heard(0, 0), heard(1, 0)];
    expect((await castLines(both, named, still)).map((line) => line.performer)).toEqual(['Anna', 'Anna']);
    const one = { ...scene, lines: said('A', 'A') };
    expect((await castLines(both, one, still)).map((line) => line.performer)).toEqual(['Anna', 'Anna']);
  });
});

describe('the tracks that get a new mouth', () => {
  it('are those of a performer who says something in the shot, and no others', async () => {
    const spoken = [{ ...heard(0, 2), performer: 'Anna', doubt: null }];
    const dubbed = dubbedTracks({ performers, spoken, shots, tracks }, { start: 0, end: 200 });
    expect(dubbed.map((each) => each.track)).toEqual(['a2']);
    expect(dubbedTracks({ performers, spoken, shots, tracks }, { start: 0, end: 100 })).toEqual([]);
  });
});

describe('where a line is heard', () => {
  const clock = { times: Float64Array.from({ length: 200 }, (_, i) => i / 25), end: 8 };
  const phone = (start: number, end: number) => ({ ipa: 'a', span: { start, end }, confidence: 1, line: 0 });

  it('is cut at the shots', () => {
    expect(hearLines([phone(1.5, 1.8), phone(2.2, 2.6)], shots, clock)).toEqual([
      { line: 0, shot: 0, frames: { start: 37, end: 50 } },
      { line: 0, shot: 1, frames: { start: 50, end: 65 } },
    ]);
  });

  it('is, of a line that nobody says, where its script has it', () => {
    const lines = [
      { index: 0, text: 'Hello.', span: { start: 1.5, end: 2.6 } },
      { index: 1, text: 'Whenever.' },
    ];
    expect(missingLines(lines, shots, clock)).toEqual([
      { line: 0, shot: 0, frames: { start: 37, end: 50 }, silent: true },
      { line: 0, shot: 1, frames: { start: 50, end: 65 }, silent: true },
    ]);
  });

  it('is not a shot that it only grazes', () => {
    expect(hearLines([phone(1.5, 2.03)], shots, clock).map(({ shot }) => shot)).toEqual([0]);
  });
});
