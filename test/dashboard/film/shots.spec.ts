import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../apps/dashboard/components/film/linesIn.ts';
import { picturesOf } from '../../../apps/dashboard/components/film/picturesOf.ts';
import { shotBeside } from '../../../apps/dashboard/components/film/shotBeside.ts';
import { stagesOf } from '../../../apps/dashboard/components/film/stageProgress.ts';
import type { Job } from '../../../apps/dashboard/lib/api/runs.ts';
import { frameTimesOf } from '../../../apps/dashboard/lib/film/frameTimes.ts';

const frames = frameTimesOf({
  ...{ frames: 250, rate: { num: 25, den: 1 }, variable: false, timecode: null, keyFrames: [] },
  ...{ timeBase: { num: 1, den: 25 }, times: [[1, 250]] },
});

describe('from shot to shot', () => {
  const shots = [0, 50, 90].map((start, index) => ({ index, start }));

  it('goes on to the next, and stays at the last', () => {
    expect([0, 49, 50, 200].map((frame) => shotBeside(shots, frame, 1))).toEqual([1, 1, 2, 2]);
  });

  it('goes back to the beginning of the shot first, then to the one before', () => {
    expect([0, 49, 50, 51, 200].map((frame) => shotBeside(shots, frame, -1))).toEqual([0, 0, 0, 1, 2]);
    expect(shotBeside([], 4, -1)).toBeUndefined();
  });
});

describe('the lines of a shot', () => {
  it('are those that are said in it, also in part', () => {
    const line = (index: number, start: number | null, end: number | null) => ({
      ...{ id: `l${index}`, index, start, end, aligned: false, text: '', character: null, offScreen: false },
    });
    const lines = [line(0, 3.9, 4.5), line(1, 1, 2.1), line(2, null, null), line(3, 4, null), line(4, 0, 2)];
    expect(linesIn(lines, { start: 50, end: 100 }, frames).map(({ index, frame }) => [index, frame])).toEqual(
      [
        [1, 25],
        [0, 97],
      ],
    );
  });
});

describe('the pictures of a shot', () => {
  it('are spread over it', () => {
    const every = Array.from({ length: 20 }, (_, at) => at * 10);
    expect(picturesOf(every, { start: 25, end: 60 }, 6)).toEqual([30, 40, 50]);
    expect(picturesOf(every, { start: 0, end: 200 }, 4)).toEqual([0, 50, 100, 150]);
  });
});

describe('how far an analysis is', () => {
  const job = (
    stage: Job['stage'],
    state: Job['state'],
    done = 0,
    total: number | null = null,
    shot: number | null = null,
  ) => ({ id: `${stage}${shot}`, stage, state, shot, progress: { done, total, unit: null } }) as Job;

  it('is told stage by stage; one that has no jobs yet waits', () => {
    const stages = stagesOf([
      job('probe', 'done'),
      job('makeProxy', 'running', 30, 120),
      job('cutShots', 'running'),
    ]);
    expect(stages).toEqual([
      { stage: 'probe', state: 'done', share: 1, shots: null },
      { stage: 'makeProxy', state: 'running', share: 0.25, shots: null },
      { stage: 'cutShots', state: 'running', share: null, shots: null },
      { stage: 'trackFaces', state: 'waiting', share: null, shots: null },
      { stage: 'findPerformers', state: 'waiting', share: null, shots: null },
    ]);
  });

  it('counts the shots of a stage that works shot by shot, and says what failed first', () => {
    const tracked = (state: Job['state'], shot: number) => job('trackFaces', state, 5, 10, shot);
    const running = stagesOf([
      tracked('done', 0),
      tracked('done', 1),
      tracked('running', 2),
      tracked('queued', 3),
    ]);
    expect(running[3]).toEqual({
      ...{ stage: 'trackFaces', state: 'running', share: 0.75 },
      shots: { done: 2, all: 4 },
    });
    expect(stagesOf([tracked('failed', 0), tracked('running', 1)])[3].state).toBe('failed');
  });
});
