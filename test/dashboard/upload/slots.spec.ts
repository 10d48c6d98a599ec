import { describe, expect, it } from 'vitest';
import { openSlots } from '../../../apps/dashboard/lib/upload/slots.ts';

const going = (): AbortSignal => new AbortController().signal;

describe('the places of those who send', () => {
  it('are given in the order in which they were asked for', async () => {
    const slots = openSlots(1);
    const order: string[] = [];
    const leave = await slots.enter(going());
    const second = slots.enter(going()).then((left) => (order.push('second'), left));
    const third = slots.enter(going()).then((left) => (order.push('third'), left));
    expect(order).toEqual([]);
    leave();
    (await second)();
    await third;
    expect(order).toEqual(['second', 'third']);
  });

  it('are not lost to whoever is stopped while waiting, nor gained by leaving twice', async () => {
    const slots = openSlots(1);
    const leave = await slots.enter(going());
    const stop = new AbortController();
    const stopped = slots.enter(stop.signal);
    stop.abort();
    (await stopped)();
    leave();
    leave();
    await slots.enter(going());
    let entered = false;
    void slots.enter(going()).then(() => (entered = true));
    await Promise.resolve();
    expect(entered).toBe(false);
  });
});
