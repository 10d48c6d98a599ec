import { describe, expect, it } from 'vitest';
import { blankField, combine, type Field } from '../../libs/compositing/src/field.ts';
import { findPatch } from '../../libs/compositing/src/thingPatch.ts';

const SIZE = 40;

/** 1 inside a rectangle of cells, else 0. */
function rectangle(left: number, top: number, right: number, bottom: number): Field {
  const field = blankField(SIZE, SIZE);
  for (let y = top; y < bottom; y++) field.data.fill(1, y * SIZE + left, y * SIZE + right);
  return field;
}

const opening = rectangle(12, 18, 28, 24);
const outside = combine(opening, opening, (o) => 1 - o);
const strange = (where: Field): Field => combine(where, where, (w) => 1 + 6 * w);
const cellsOf = (patch: Field | undefined): number => patch?.data.reduce((sum, value) => sum + value, 0) ?? 0;

describe('a patch of strange cells', () => {
  it('is no thing where it lies in the opening of the mouth: teeth that are shown for once are not kept (complaint 22)', () => {
    expect(findPatch(strange(opening))).toBeDefined();
    expect(findPatch(strange(opening), { outside })).toBeUndefined();
  });

  it('is a thing where it comes in from the skin, and is kept in the mouth too', () => {
    const spoon = rectangle(18, 4, 22, 24);
    expect(cellsOf(findPatch(strange(spoon), { outside }))).toBeGreaterThan(0.9 * cellsOf(spoon));
  });

  it('must be as many times as strange as it is doubted', () => {
    expect(findPatch(strange(rectangle(2, 2, 10, 10)), { doubt: 2 })).toBeUndefined();
  });
});
