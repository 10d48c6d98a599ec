import { describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import type { VoiceStem } from '../../../apps/backend/src/pipeline/checkedOrder.ts';
import { voicesOf } from '../../../apps/backend/src/pipeline/dubVoices.ts';
import { lanesOf, overlappingLines } from '../../../apps/backend/src/pipeline/overlappingLines.ts';

const stem = (name: string, character: string | null): VoiceStem => ({
  ...{ path: name, name, sha256: name, seconds: 10, character },
});

const lines = (...characters: readonly (string | undefined)[]): Line[] =>
  characters.map((character, index) => ({ index, text: 'Hello.', ...(character && { character }) }));

const told = (stems: readonly VoiceStem[], script: readonly Line[]) =>
  voicesOf(stems, script).map((voice) => ({
    files: voice.stems.map(({ name }) => name),
    lines: voice.lines.map(({ index }) => index),
    everyone: voice.everyone,
  }));

describe('the files that a line is heard in', () => {
  it('are its character’s own, however the name is written, and for all others those of nobody', () => {
    const stems = [stem('anna.wav', 'Anna'), stem('rest.wav', null), stem('ben.wav', 'BEN')];
    expect(told(stems, lines('ANNA', 'ben ', undefined, 'CARL'))).toEqual([
      { files: ['anna.wav'], lines: [0], everyone: false },
      { files: ['ben.wav'], lines: [1], everyone: false },
      { files: ['rest.wav'], lines: [2, 3], everyone: false },
    ]);
  });

  it('are all together for lines of nobody’s own file, where every file is somebody’s', () => {
    const stems = [stem('anna.wav', 'Anna'), stem('ben.wav', 'Ben')];
    expect(told(stems, lines('Anna', 'Carl'))).toEqual([
      { files: ['anna.wav'], lines: [0], everyone: false },
      { files: ['anna.wav', 'ben.wav'], lines: [1], everyone: true },
    ]);
  });

  it('are all together where the script does not say who speaks, or there is one voice only', () => {
    const stems = [stem('anna.wav', 'Anna'), stem('ben.wav', 'Ben')];
    expect(told(stems, lines(undefined, undefined))).toEqual([
      { files: ['anna.wav', 'ben.wav'], lines: [0, 1], everyone: false },
    ]);
    expect(told([stem('mix.wav', null)], lines('Anna', undefined))).toEqual([
      { files: ['mix.wav'], lines: [0, 1], everyone: false },
    ]);
    expect(told([stem('anna.wav', 'Anna')], lines('Anna', 'Ben'))).toEqual([
      { files: ['anna.wav'], lines: [0, 1], everyone: false },
    ]);
  });

  it('are several files of one character heard as one', () => {
    const stems = [stem('anna-1.wav', 'Anna'), stem('ben.wav', 'Ben'), stem('anna-2.wav', 'anna')];
    expect(told(stems, lines('Anna', 'Ben'))[0].files).toEqual(['anna-1.wav', 'anna-2.wav']);
  });
});

const timed = (...spans: readonly (readonly [number, number] | null)[]): Line[] =>
  spans.map((span, index) => ({
    ...{ index, text: 'Hello.' },
    ...(span && { span: { start: span[0], end: span[1] } }),
  }));

describe('lines of one file that are said at once', () => {
  it('are those that overlap by more than script times are rough', () => {
    expect([...overlappingLines(timed([0, 2], [1.8, 3], [2.9, 5]))]).toEqual([]);
    expect([...overlappingLines(timed([0, 2], [1, 3], null, [4, 5]))]).toEqual([0, 1]);
    expect([...overlappingLines(timed([0, 9], [1, 2], [4, 5]))]).toEqual([0, 1, 2]);
  });

  it('are parted so that in no part two are said at once', () => {
    const indices = (all: readonly Line[][]) => all.map((lane) => lane.map(({ index }) => index));
    expect(indices(lanesOf(timed([0, 2], [2, 3], null)))).toEqual([[0, 1, 2]]);
    expect(indices(lanesOf(timed([0, 2], [1, 3], [2.2, 4], null)))).toEqual([[0, 2, 3], [1]]);
    const crowd = timed(...Array.from({ length: 9 }, () => [1, 2] as const));
    expect(lanesOf(crowd)).toHaveLength(4);
    expect(lanesOf(crowd).flat()).toHaveLength(9);
  });
});
