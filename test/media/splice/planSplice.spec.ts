import { describe, expect, test } from 'vitest';
import { planSplice } from '@mondwerk/media';
import { findBorders, type KeyKind } from '../../../libs/media/src/splice/borders.ts';

/** Groups of pictures in the order of decoding, each with its key picture first. */
const borders = (
  groups: readonly (readonly [KeyKind | null, readonly (number | undefined)[]])[],
  frames: number,
): ReturnType<typeof findBorders> =>
  findBorders(
    groups.flatMap(([key, shown]) => shown.map((frame, i) => ({ frame, key: i === 0 ? key : null }))),
    frames,
  );

describe('borders', () => {
  test('a closed group can be entered and left at its key picture', () => {
    const found = borders(
      [
        ['closed', [0, 3, 1, 2]],
        ['closed', [4, 7, 5, 6]],
      ],
      8,
    );
    expect(found).toEqual({ starts: [0, 4], ends: [0, 4, 8], unsound: [], delay: 1 });
  });

  test('pictures shown before a key picture and coded after it go with the group before', () => {
    const found = borders(
      [
        ['closed', [0, 1, 2]],
        ['leading', [5, 3, 4, 6, 7]],
      ],
      8,
    );
    expect(found).toMatchObject({ starts: [0, 5], ends: [0, 3, 8] });
  });

  test('a key picture within a sequence can be stopped at, and begun with only as the first of all', () => {
    const found = borders(
      [
        ['within', [0, 1, 2]],
        ['within', [5, 3, 4, 6, 7]],
      ],
      8,
    );
    expect(found).toMatchObject({ starts: [0], ends: [0, 3, 8] });
  });

  test('no border lies where later pictures are shown before a key picture', () => {
    const found = borders(
      [
        ['closed', [0, 1, 2]],
        ['leading', [5, 3, 6]],
        ['leading', [7, 4, 8]],
      ],
      9,
    );
    expect(found.starts).toEqual([0, 7]);
    expect(found.ends).toEqual([0, 3, 9]);
  });

  test('a group of which something is left out is not sound, nor is one without a key picture', () => {
    expect(
      borders(
        [
          ['closed', [undefined, 0, 1]],
          ['closed', [2, 3]],
        ],
        4,
      ).unsound,
    ).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ]);
    expect(
      borders(
        [
          [null, [0, 1]],
          ['closed', [2, 3]],
        ],
        4,
      ),
    ).toMatchObject({
      starts: [2],
      unsound: [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
    });
  });

  test('the delay is how many pictures are coded before one that is shown earlier', () => {
    expect(borders([['closed', [0, 4, 2, 1, 3]]], 5).delay).toBe(2);
  });
});

describe('planning', () => {
  const everyTwenty = {
    starts: [0, 20, 40, 60, 80],
    ends: [0, 20, 40, 60, 80, 100],
    ...{ unsound: [], delay: 0 },
  };
  const plan = (touched: readonly number[], span = { start: 0, end: 100 }, where = everyTwenty): string[] =>
    planSplice(where, touched, span).map(
      ({ span: { start, end }, copied }) => `${copied ? 'copy' : 'code'} ${start}-${end}`,
    );

  test('only groups with touched frames are coded anew', () => {
    expect(plan([45, 46])).toEqual(['copy 0-40', 'code 40-60', 'copy 60-100']);
    expect(plan([])).toEqual(['copy 0-100']);
    expect(plan([0, 99])).toEqual(['code 0-20', 'copy 20-80', 'code 80-100']);
  });

  test('a stretch that begins or ends within a group codes what is left of it', () => {
    expect(plan([], { start: 5, end: 95 })).toEqual(['code 5-20', 'copy 20-80', 'code 80-95']);
    expect(plan([50], { start: 45, end: 59 })).toEqual(['code 45-59']);
  });

  test('too little to be worth a border is coded anew with its neighbours', () => {
    const every = Array.from({ length: 100 }, (_, frame) => frame);
    const prores = { starts: every, ends: [...every.slice(1), 100], unsound: [], delay: 0 };
    expect(plan([10, 21, 40], undefined, prores)).toEqual([
      ...['code 0-22', 'copy 22-40', 'code 40-41', 'copy 41-100'],
    ]);
  });

  test('where a film can be left but not entered again, it is coded anew to its end', () => {
    expect(plan([45], undefined, { ...everyTwenty, starts: [0] })).toEqual(['copy 0-40', 'code 40-100']);
  });

  test('frames that are not sound are never copied', () => {
    const unsound = [{ start: 0, end: 1 }];
    expect(planSplice({ ...everyTwenty, unsound }, [], { start: 0, end: 100 })).toEqual([
      { span: { start: 0, end: 20 }, copied: false },
      { span: { start: 20, end: 100 }, copied: true },
    ]);
  });
});
