import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from '../../../apps/backend/src/pipeline/inOrder.ts';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item++) yield item;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

it('keeps the order whatever finishes first, and holds no more than its width', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++running);
    await wait((item * 7) % 5);
    running--;
    return item;
  };
  expect(await collect(inOrder(upTo(20), 4, work))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect(most).toBeLessThanOrEqual(4);
});

it('ends with the first failure and closes what it reads', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<number> {
    try {
      yield* upTo(100);
    } finally {
      closed = true;
    }
  }
  const work = async (item: number): Promise<number> => {
    if (item === 3) throw new Error('three');
    return item;
  };
  await expect(collect(inOrder(source(), 4, work))).rejects.toThrow('three');
  expect(closed).toBe(true);
});
