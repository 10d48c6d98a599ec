import { describe, expect, it } from 'vitest';
import { rangeAdded, toggled } from '../../../apps/dashboard/components/cast/choosing.ts';
import { inTurns } from '../../../apps/dashboard/components/cast/inTurns.ts';
import { neighbour } from '../../../apps/dashboard/components/cast/stepping.ts';

describe('choosing', () => {
  it('adds what is not chosen and takes out what is', () => {
    const chosen = new Set(['a']);
    expect([...toggled(chosen, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(chosen, 'a')]).toEqual([]);
    expect([...chosen]).toEqual(['a']);
  });

  it('adds everything between two, forwards and backwards', () => {
    const order = ['a', 'b', 'c', 'd', 'e'];
    expect([...rangeAdded(new Set(['e']), order, ['b', 'd'])]).toEqual(['e', 'b', 'c', 'd']);
    expect([...rangeAdded(new Set(), order, ['d', 'b'])]).toEqual(['b', 'c', 'd']);
  });

  it('adds one alone when the last one is gone', () => {
    expect([...rangeAdded(new Set(), ['a', 'b'], ['x', 'b'])]).toEqual(['b']);
    expect([...rangeAdded(new Set(), ['a', 'b'], [null, 'a'])]).toEqual(['a']);
  });
});

describe('going from card to card', () => {
  // Two full lines of three, and one of two.
  const boxes = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => ({
    left: (at % 3) * 100,
    top: Math.floor(at / 3) * 80,
  }));

  it.each([
    [0, 'ArrowLeft', 0],
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [7, 'ArrowRight', 7],
    [1, 'ArrowDown', 4],
    [5, 'ArrowDown', 7],
    [7, 'ArrowDown', 7],
    [4, 'ArrowUp', 1],
    [1, 'ArrowUp', 1],
  ] as const)('goes from %i by %s to %i', (at, arrow, to) => {
    expect(neighbour(boxes, at, arrow)).toBe(to);
  });
});

describe('doing something with each of many', () => {
  it('does only so many at a time, and all of them', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    await inTurns([1, 2, 3, 4, 5, 6, 7], 3, async (each) => {
      most = Math.max(most, ++atOnce);
      await Promise.resolve();
      atOnce--;
      done.push(each);
    });
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing any more after a failure', async () => {
    const begun: number[] = [];
    const act = async (each: number): Promise<void> => {
      begun.push(each);
      await Promise.resolve();
      if (each === 2) throw new Error('refused');
    };
    await expect(inTurns([1, 2, 3, 4, 5, 6], 1, act)).rejects.toThrow('refused');
    expect(begun).toEqual([1, 2]);
  });
});
