import { describe, expect, it } from 'vitest';

import { suppress } from '../../../libs/face/src/detection/suppress.ts';
import { tilesOf } from '../../../libs/face/src/detection/tiles.ts';

describe('tilesOf', () => {
  it.each([
    [1920, 1080],
    [1080, 1920],
    [3840, 2160],
    [1920, 800],
    [720, 576],
  ])(
    'lets a face of 4 %% of the shorter side of %d × %d fill 5 %% of a tile and lie whole in it',
    (width, height) => {
      const face = 0.04 * Math.min(width, height);
      const small = tilesOf(width, height, true).slice(1);
      for (let x = face / 2; x <= width - face / 2; x += width / 97) {
        for (let y = face / 2; y <= height - face / 2; y += height / 97) {
          const holds = small.some(
            ({ centreX, centreY, size }) =>
              Math.abs(x - centreX) <= (size - face) / 2 + 1e-6 &&
              Math.abs(y - centreY) <= (size - face) / 2 + 1e-6 &&
              face / size >= 0.05,
          );
          if (!holds) expect.fail(`no tile for a face at ${x}, ${y}`);
        }
      }
    },
  );

  it('looks at small pictures once', () => {
    expect(tilesOf(360, 288, true)).toHaveLength(1);
    expect(tilesOf(64, 64, true)).toHaveLength(1);
  });

  it('never looks at less than 256 pixels', () => {
    expect(Math.min(...tilesOf(640, 360, true).map(({ size }) => size))).toBe(256);
  });
});

describe('suppress', () => {
  const at = (left: number, score: number) => ({
    box: { left, top: 0, right: left + 10, bottom: 10 },
    score,
  });

  it('keeps the surest of each group', () => {
    expect(suppress([at(0, 0.6), at(1, 0.9), at(30, 0.7)]).map(({ score }) => score)).toEqual([0.9, 0.7]);
  });

  it('takes a small box inside a large one for the same face', () => {
    const inner = { box: { left: 2, top: 2, right: 5, bottom: 5 }, score: 0.5 };
    expect(suppress([at(0, 0.6), inner])).toHaveLength(1);
  });
});
