import type { PlanGroup } from '../../../apps/dashboard/components/plan/planGroups.ts';
import type { PlannedLine } from '../../../apps/dashboard/lib/api/planLines.ts';
import type { PlannedShot } from '../../../apps/dashboard/lib/api/renders.ts';
import type { DubTimeline } from '../../../apps/dashboard/lib/api/timeline.ts';

/** A shot of a plan, 100 frames after the one before. */
export const plannedShot = (index: number, changes: Partial<PlannedShot> = {}): PlannedShot => ({
  ...{ shot: `shot-${index}`, index, start: index * 100, end: index * 100 + 100 },
  ...{ frames: 100, seconds: 10, mouths: 100, leftAlone: 0, matches: false, lines: [], performers: ['anna'] },
  ...changes,
});

/** A line of a plan that Anna says in some shots. */
export const plannedLine = (
  index: number,
  shots: readonly number[],
  changes: Partial<PlannedLine> = {},
): PlannedLine => ({
  ...{ index, start: index, end: index + 1, confidence: 1, fits: true, frames: 20 },
  ...{ mismatch: 0.5, mismatchReason: 'too-open', leftOut: null, problem: null, lateBy: null },
  spoken: shots.map((shot) => ({
    ...{ shot, start: shot * 100 + 10, end: shot * 100 + 30, performer: 'anna', doubt: null },
    ...{ frames: 20, passed: [] },
  })),
  ...changes,
});

/** Where shots of a dub stand, from the first one on, and a text for each of so many lines. */
export const timelineOf = (
  states: readonly DubTimeline['shots'][number]['state'][],
  lines: number,
  aligned = true,
): DubTimeline => ({
  ...{ kind: 'dub', voice: null },
  shots: states.map((state, index) => ({ index, state, take: null })),
  lines: Array.from({ length: lines }, (_, index) => ({
    ...{ id: `line-${index}`, index, start: index, end: index + 1, aligned, text: `Line ${index}` },
    ...{ character: null, offScreen: false },
  })),
});

/** A shot with what a plan found of it. */
export const group = (index: number, changes: Partial<PlanGroup> = {}): PlanGroup => ({
  ...{ index, shot: `shot-${index}`, start: index * 100, end: index * 100 + 100, frames: 100, mouths: 100 },
  ...{ seconds: 10, matches: false, performers: ['anna'], state: 'to-render', take: null, lines: [] },
  ...{ left: 0, mismatch: 0.5, reason: 'too-open' },
  ...changes,
});
