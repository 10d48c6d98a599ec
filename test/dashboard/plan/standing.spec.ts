import { describe, expect, it } from 'vitest';
import { doubtOf } from '../../../apps/dashboard/components/plan/doubtWords.ts';
import { placeOfRow, placeOfShot } from '../../../apps/dashboard/components/plan/places.ts';
import { shareOfRun, shotsOfRun, standingOf } from '../../../apps/dashboard/components/plan/runStanding.ts';
import { NOBODY_SEEN } from '../../../apps/backend/src/pipeline/casting/castLines.ts';
import { SENTENCES } from '../../../apps/backend/src/pipeline/stages.ts';
import { group } from './planned.ts';

const jobs = (all: number, done: number, running = 0) => ({ all, done, running, failed: 0 });

describe('a render', () => {
  it('counts its shots, and not what is done before and after them', () => {
    const others = Object.keys(SENTENCES.render).filter((stage) => stage !== 'renderMouths');
    expect(others).toHaveLength(2);
    expect(shotsOfRun(jobs(2, 0))).toBeNull();
    expect(shotsOfRun(jobs(12, 1))).toEqual({ all: 10, done: 0 });
    expect(shotsOfRun(jobs(12, 12))).toEqual({ all: 10, done: 10 });
  });

  it('is as far as its shots, those in hand counted as far as they are', () => {
    const inHand = [
      { shot: 3, done: 5, total: 10 },
      { shot: 4, done: 3, total: null },
      { shot: null, done: 1, total: 1 },
    ];
    expect(shareOfRun(jobs(2, 0), inHand)).toBeNull();
    expect(shareOfRun(jobs(6, 2), inHand)).toBe(0.375);
    expect(shareOfRun(jobs(6, 6), [])).toBe(1);
  });

  it('waits while no worker has anything of it in hand', () => {
    expect(standingOf({ state: 'running', jobs: jobs(4, 1) })).toBe('waiting');
    expect(standingOf({ state: 'running', jobs: jobs(4, 1, 1) })).toBe('running');
    expect(standingOf({ state: 'paused', jobs: jobs(4, 1) })).toBe('paused');
  });
});

describe('the doubt about who says a line', () => {
  it('is understood as the plan tells it', () => {
    expect(doubtOf('of 3 faces, the one whose mouth moved most was taken')).toEqual({
      why: 'doubt-moved',
      faces: 3,
    });
    expect(doubtOf('2 faces move their mouths alike: the largest was taken')).toEqual({
      why: 'doubt-alike',
      faces: 2,
    });
    expect(doubtOf('something that a later version tells')).toEqual({ why: 'doubt-other', faces: 0 });
  });

  it('is none where nobody is seen: then the line is left out', () => {
    const doubts = [null, ...Object.values(NOBODY_SEEN)].map(doubtOf);
    expect(doubts.filter((doubt) => doubt !== null)).toEqual([]);
  });
});

describe('the place of a shot', () => {
  const where = { title: 't', home: '/titles/t/dubs/d' };

  it('is in the film until there is a take of it', () => {
    expect(placeOfShot(where, group(4))).toBe('/titles/t?shot=4');
    const take = { id: 'x', number: 1, openNotes: 0 };
    expect(placeOfRow(where, { kind: 'shot', group: group(4, { take }) })).toBe(
      '/titles/t/dubs/d/review?shot=4',
    );
    expect(placeOfRow(where, { kind: 'unheard', count: 1 })).toBeNull();
  });
});
