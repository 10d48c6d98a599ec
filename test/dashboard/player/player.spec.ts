import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from '../chromium.ts';
import { BEEPS, FILMS, makeNumberedFilm, numberOf, TAKES, type FilmName } from './numberedFilms.ts';
import { openBench, type Bench, type Seen } from './bench.ts';
import { servePlayer, type PlayerPage } from './servePlayer.ts';

/** In the page; here only its types are used. */
declare const window: Bench;

const NAMES = Object.keys(FILMS) as FilmName[];

let folder: string;
let served: PlayerPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-player-'));
  for (const name of NAMES) await makeNumberedFilm(folder, name);
  served = await servePlayer(folder);
  browser = await openChromium();
});

afterAll(async () => {
  await browser?.close();
  served?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => page?.close());

const isOfTake = (frame: number): boolean => TAKES.some(({ start, end }) => frame >= start && frame < end);

/** What the dub's picture of a frame looks like. */
const dubbedIn =
  (name: FilmName) =>
  (frame: number): Seen => ({ number: numberOf(name, frame), take: isOfTake(frame) });

/** All numbers below `count` in an order that jumps about, the same each time. */
const jumbled = (count: number): number[] => {
  const stride = [37, 41, 43].find((each) => count % each !== 0)!;
  return Array.from({ length: count }, (_, i) => (i * stride + 11) % count);
};

const frameCount = (): Promise<number> => page.evaluate(() => window.player.times.count);

const visit = (frames: readonly number[]): Promise<Seen[]> =>
  page.evaluate(async (wanted) => {
    const seen = [];
    for (const frame of wanted) {
      window.player.seek(frame);
      seen.push(await window.arrived(frame));
    }
    return seen;
  }, frames);

describe.each(NAMES)('a player of the film “%s”, whose frames show their numbers', (name) => {
  const dubbed = dubbedIn(name);

  beforeEach(async () => {
    page = await openBench(browser, served.url, name);
  });

  it('shows exactly the frame that it seeks, in the film and in takes, wherever it comes from', async () => {
    const frames = jumbled(await frameCount());
    expect(await visit(frames)).toEqual(frames.map(dubbed));
  });

  it('steps from each frame to the next one and back again, over the borders of takes', async () => {
    const frames = await page.evaluate(() => window.player.times.count);
    const seen = await page.evaluate(async (count) => {
      const { player, arrived } = window;
      const stepped = [await arrived(0)];
      for (let frame = 1; frame < count; frame++) {
        player.step(1);
        stepped.push(await arrived(frame));
      }
      for (let frame = count - 2; frame >= 0; frame--) {
        player.step(-1);
        stepped.push(await arrived(frame));
      }
      return stepped;
    }, frames);
    const there = Array.from({ length: frames }, (_, frame) => dubbed(frame));
    expect(seen).toEqual([...there, ...there.toReversed().slice(1)]);
  });

  it.each([1, 8, -2])('shows the frame that it says it shows while it plays at %d×', async (speed) => {
    const last = (await frameCount()) - 1;
    await visit([speed > 0 ? 0 : last]);
    const { paints } = await page.evaluate((fast) => {
      window.player.play(fast);
      return window.watch();
    }, speed);
    expect(paints.map(({ seen }) => seen)).toEqual(paints.map(({ shown }) => dubbed(shown)));
    const order = paints.map(({ shown }) => shown);
    expect(order).toEqual(order.toSorted((a, b) => (speed > 0 ? a - b : b - a)));
    const end = speed > 0 ? last : 0;
    expect(await page.evaluate((frame) => window.arrived(frame), end)).toEqual(dubbed(end));
  });
});

describe('a player', () => {
  const dubbed = dubbedIn('cinema');

  beforeEach(async () => {
    page = await openBench(browser, served.url, 'cinema');
  });

  it('plays a loop over and over and nothing else, and enters it from outside', async () => {
    await visit([60]);
    const { paints } = await page.evaluate(() => {
      const { player } = window;
      player.loop({ start: 28, end: 34 });
      player.play(2);
      let rounds = 0;
      let before = 0;
      return window.watch(() => {
        if (player.state.frame < before) rounds++;
        before = player.state.frame;
        return rounds === 4;
      });
    });
    const inside = paints.filter(({ shown }) => shown !== 60);
    expect(new Set(inside.map(({ shown }) => shown))).toEqual(new Set([28, 29, 30, 31, 32, 33]));
    expect(inside.map(({ seen }) => seen)).toEqual(inside.map(({ shown }) => dubbed(shown)));
  });

  it('gives up on frames that nobody waits for any more', async () => {
    const seen = await page.evaluate(() => {
      for (const frame of [80, 3, 35, 61, 12, 90, 44, 7, 70, 33]) window.player.seek(frame);
      return window.arrived(33);
    });
    expect(seen).toEqual(dubbed(33));
  });

  it('lays original and dub over and beside each other', async () => {
    await visit([20]);
    const look = (
      mode: 'original' | 'dub' | 'wipe' | 'side' | 'difference',
      from = 0,
      to = 1,
    ): Promise<Seen> =>
      page.evaluate(
        async ([view, left, right]) => {
          window.player.setView({ mode: view });
          await window.arrived(20);
          return window.seen(left, right);
        },
        [mode, from, to] as const,
      );
    expect(await look('original')).toEqual({ number: 20, take: false });
    expect(await look('dub')).toEqual({ number: 20, take: true });
    expect(await look('side', 0, 0.5)).toEqual({ number: 20, take: false });
    expect(await look('side', 0.5, 1)).toEqual({ number: 20, take: true });
    const wiped = (edge: number): Promise<Seen> =>
      page.evaluate((wipe) => {
        window.player.setView({ mode: 'wipe', wipe });
        return window.seen();
      }, edge);
    expect(await wiped(0.5)).toEqual({ number: 20, take: true });
    expect(await wiped(0.9)).toEqual({ number: 20, take: false });
    expect(await wiped(1)).toEqual({ number: 20, take: false });
    // Above, both show the same stripes, so nothing is left of them.
    expect((await look('difference')).number).toBe(0);
  });

  it('compares a take with another one', async () => {
    const seen = await page.evaluate(async () => {
      const { player } = window;
      player.setAgainst([{ frames: { start: 10, end: 31 }, preview: '/films/cinema-take0.mp4' }]);
      player.setTakes([]);
      player.setView({ mode: 'original' });
      player.seek(12);
      return window.arrived(12);
    });
    expect(seen).toEqual({ number: 12, take: true });
  });

  it('hears original and dub where they belong, and the sound card is the clock of the pictures', async () => {
    const { ticks, handed, times } = await page.evaluate(async () => {
      const { player } = window;
      player.play();
      const { ticks } = await window.watch();
      return { ticks, handed: window.handed, times: [...player.times.clock.times] };
    });
    const began = Math.min(...handed.map(({ when }) => when));
    const beeps = handed.flatMap(({ beep }) => (beep === null ? [] : [beep - began])).toSorted();
    // A beep is in several packets: the first one of each tells.
    expect(beeps[0]).toBeCloseTo(BEEPS.dub, 2);
    expect(beeps.find((beep) => beep > BEEPS.dub + 0.1)).toBeCloseTo(BEEPS.original, 2);
    for (const { frame, heard } of ticks) {
      const due = times.findLastIndex((time) => time <= heard - began);
      expect(Math.abs(frame - Math.max(0, due))).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    [-1, 0],
    [4, 0],
    [2, 1],
  ])('at %d× it hands over %d times as much sound', async (speed, sound) => {
    await visit([40]);
    const handed = await page.evaluate(async (fast) => {
      window.player.play(fast);
      await window.watch();
      return window.handed;
    }, speed);
    expect(handed.length > 0).toBe(sound > 0);
    expect(handed.every(({ rate }) => rate === speed)).toBe(true);
  });

  it('keeps few pictures, and lets go of everything in the end', async () => {
    const [held, states, alive] = await page.evaluate(async () => {
      const { player, contexts } = window;
      player.setView({ mode: 'side' });
      player.play(2);
      await window.watch();
      const most = player.held;
      player.play(-1);
      player.close();
      while (window.alive.decoders > 0 || window.alive.pictures > 0) {
        await window.later();
      }
      return [most, contexts.map(({ state }) => state), window.alive];
    });
    expect(held).toBeLessThanOrEqual(96);
    expect(states).toEqual(['closed']);
    expect(alive).toEqual({ decoders: 0, pictures: 0 });
  });

  it('says what is wrong with a film that it cannot read', async () => {
    const error = await page.evaluate(async () => {
      const other = window.openMissing();
      while (other.state.error === null) await window.later();
      other.close();
      return String(other.state.error);
    });
    expect(error).toMatch(/404|not/i);
  });
});
