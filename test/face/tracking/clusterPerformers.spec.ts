import { clusterPerformers } from '@mondwerk/face';
import { describe, expect, it } from 'vitest';

import { descriptor } from '../syntheticFace.ts';

const track = (id: string, shot: number, start: number, end: number, identity: Float32Array) => ({
  id,
  shot,
  span: { start, end },
  identity,
});

describe('clusterPerformers', () => {
  it('gathers what looks alike, the longest on the screen first', () => {
    const performers = clusterPerformers([
      track('a1', 0, 0, 50, descriptor(0, 9, 0.3)),
      track('b1', 1, 50, 150, descriptor(1, 8, 0.3)),
      track('a2', 2, 150, 220, descriptor(0, 7, 0.3)),
      track('b2', 3, 220, 300, descriptor(1, 6, 0.3)),
    ]);
    expect(performers).toEqual([
      { id: 'performer-1', tracks: ['b1', 'b2'] },
      { id: 'performer-2', tracks: ['a1', 'a2'] },
    ]);
  });

  it('never takes two faces side by side for one person, however alike', () => {
    const twin = descriptor(0);
    const performers = clusterPerformers([
      track('left', 0, 0, 50, twin),
      track('right', 0, 10, 40, twin),
      track('later', 1, 50, 90, descriptor(0, 1, 0.1)),
    ]);
    expect(performers).toHaveLength(2);
    const together = performers.find(({ tracks }) => tracks.includes('left'))!.tracks;
    expect(together).not.toContain('right');
  });

  it('does not chain strangers together through people in between', () => {
    const chain = Array.from({ length: 6 }, (_, i) => {
      const angle = i * 0.6;
      const identity = new Float32Array(1024);
      identity.set([Math.cos(angle), Math.sin(angle)]);
      return track(`t${i}`, i, 10 * i, 10 * i + 10, identity);
    });
    const performers = clusterPerformers(chain);
    expect(performers.length).toBeGreaterThan(1);
    expect(performers.flatMap(({ tracks }) => tracks).toSorted()).toEqual(chain.map(({ id }) => id));
  });

  it('gives the same people as joining the best pair again and again by hand', () => {
    let state = 7;
    const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const tracks = Array.from({ length: 40 }, (_, i) => {
      const identity = Float32Array.from(
        { length: 8 },
        (__, axis) => random() * 0.8 + (axis === i % 4 ? 2 : 0),
      );
      const length = Math.hypot(...identity);
      return track(
        `t${i}`,
        i,
        i,
        i + 1,
        identity.map((value) => value / length),
      );
    });
    const people = clusterPerformers(tracks).map((performer) => performer.tracks.toSorted());
    expect(people.toSorted()).toEqual(byHand(tracks).toSorted());
  });

  it('finds the same people among thousands of tracks, and twins in one picture', () => {
    const [people, tracksEach] = [12, 250];
    const tracks = Array.from({ length: people * tracksEach }, (_, i) =>
      track(`t${i}`, i, 20 * i, 20 * i + 20, descriptor(i % people, 100 + i, 0.35)),
    );
    const twin = track('twin', 0, 5, 15, descriptor(0, 3, 0.1));
    const found = clusterPerformers([...tracks, twin]);
    const sizes = found.map((performer) => performer.tracks.length);
    expect(sizes.filter((size) => size > 1)).toEqual(Array.from({ length: people }, () => tracksEach));
    for (const performer of found.slice(0, people)) {
      const own = new Set(performer.tracks.map((id) => Number(id.slice(1)) % people));
      expect(own.size).toBe(1);
    }
    expect(found.find((performer) => performer.tracks.includes('twin'))!.tracks).not.toContain('t0');
  });

  it('has nobody in an empty film', () => {
    expect(clusterPerformers([])).toEqual([]);
  });
});

function byHand(tracks: ReturnType<typeof track>[]): string[][] {
  const groups = tracks.map((each) => [each]);
  const cosine = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const average = (a: typeof tracks, b: typeof tracks): number =>
    a.flatMap((x) => b.map((y) => cosine(x.identity, y.identity))).reduce((sum, v) => sum + v, 0) /
    a.length /
    b.length;
  for (;;) {
    let [best, bestA, bestB] = [-1, 0, 0];
    groups.forEach((a, i) =>
      groups.slice(0, i).forEach((b, j) => {
        if (average(a, b) > best) [best, bestA, bestB] = [average(a, b), i, j];
      }),
    );
    if (best < 0.65) return groups.map((group) => group.map(({ id }) => id).toSorted());
    groups[bestB].push(...groups[bestA]);
    groups.splice(bestA, 1);
  }
}
