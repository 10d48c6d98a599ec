import { describe, expect, it } from 'vitest';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import { openSink } from '../../../apps/backend/src/pipeline/progressSinks.ts';
import { describeSeconds, lineOfTick } from '../../../apps/backend/src/pipeline/progressText.ts';

const tick = { stage: 'trackFaces', done: 50, total: 200, unit: 'frames', perSecond: 12.4, secondsLeft: 75 };

function collect(isTTY: boolean) {
  const written: string[] = [];
  return { written, output: { isTTY, columns: 90, write: (text: string) => written.push(text) } };
}

describe('a progress line', () => {
  it('shows the stage, a bar, the speed and the time left', () => {
    const line = lineOfTick(tick, 100);
    expect(line).toMatch(/^Following the faces {4}\[█+░+\] 50\/200 frames · 12 frames\/s · 1 min 15 s left$/);
  });

  it('is never wider than the terminal', () => {
    for (const columns of [10, 40, 80, 200]) expect(lineOfTick(tick, columns).length).toBeLessThan(columns);
  });

  it('says long times in hours', () => {
    expect([45, 200, 7500].map(describeSeconds)).toEqual(['45 s', '3 min 20 s', '2 h 05 min']);
  });
});

describe('progress', () => {
  it('is one JSON object a line for machines', async () => {
    const { written, output } = collect(false);
    const progress = new Progress(openSink(output, true));
    await progress.measure('trackFaces', { unit: 'frames', total: 4 }, async (meter) => meter.reach(2));
    const ticks = written.map((line) => JSON.parse(line));
    expect(Object.keys(ticks[0])).toEqual(['stage', 'done', 'total', 'unit', 'perSecond', 'secondsLeft']);
    expect(ticks.at(-1)).toMatchObject({ stage: 'trackFaces', done: 4, total: 4 });
  });

  it('writes whole lines and no control characters into a log', async () => {
    const { written, output } = collect(false);
    const progress = new Progress(openSink(output, false));
    await progress.measure('seal', { unit: 'parts', total: 1 }, async (meter) => meter.reach(1));
    expect(written.join('')).toMatch(/^[^\r\x1b]+\n$/);
  });

  it('rewrites one line on a terminal and leaves the finished stages', async () => {
    const { written, output } = collect(true);
    const progress = new Progress(openSink(output, false));
    await progress.measure('seal', { unit: 'parts', total: 2 }, async (meter) => meter.reach(1));
    expect(written.filter((text) => text.endsWith('\n'))).toHaveLength(1);
    expect(written[0].startsWith('\r')).toBe(true);
  });

  it('remembers how long each stage took and which was not done again', async () => {
    const progress = new Progress(openSink(collect(false).output, true));
    progress.reused('probe');
    await progress.measure('seal', { unit: 'parts', total: 1 }, async () => 1);
    expect(progress.times.map(({ stage, reused }) => [stage, reused])).toEqual([
      ['probe', true],
      ['seal', false],
    ]);
  });
});
