import { describe, expect, it } from 'vitest';
import { blankField, plusTimes, type Field } from '../../libs/compositing/src/field.ts';
import { inWorkspace, take } from '../../libs/compositing/src/workspace.ts';

const filled = (value: number): Field => {
  const field = blankField(7, 3);
  field.data.fill(value);
  return field;
};

describe('workspace', () => {
  it('holds fields that are made in it, zeroed although the memory was used before', () => {
    inWorkspace(() => filled(9));
    inWorkspace(() => {
      const field = blankField(7, 3);
      expect(field.data.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(field.data).toEqual(new Float32Array(21));
    });
  });

  it('gives every field memory of its own, and what is left memory to the next', () => {
    inWorkspace(() => {
      const kept = filled(1);
      const inner = inWorkspace(() => filled(2).data.byteOffset);
      const next = filled(3);
      expect(next.data.byteOffset).toBe(inner);
      expect(kept.data.every((value) => value === 1)).toBe(true);
    });
  });

  it('leaves fields valid that were made before it grew', () => {
    inWorkspace(() => {
      const early = filled(5);
      take(300e6);
      const late = filled(6);
      expect(plusTimes(early, late, 10).data.every((value) => value === 65)).toBe(true);
      expect(early.data.every((value) => value === 5)).toBe(true);
    });
  });

  it('hands out ordinary memory where nobody has opened it, which no later work changes', () => {
    const sum = plusTimes(filled(1), filled(2), 2);
    inWorkspace(() => filled(77));
    expect(sum.data.buffer).toBeInstanceOf(ArrayBuffer);
    expect(sum.data.every((value) => value === 5)).toBe(true);
  });

  it('is closed again when work in it fails', () => {
    const fails = (): never =>
      inWorkspace(() => {
        throw new Error('no');
      });
    expect(fails).toThrow('no');
    expect(blankField(2, 2).data.buffer).toBeInstanceOf(ArrayBuffer);
  });
});
