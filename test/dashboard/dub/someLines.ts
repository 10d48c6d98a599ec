import type { Line } from '../../../apps/dashboard/lib/api/lines.ts';
import type { PlannedLine } from '../../../apps/dashboard/lib/api/planLines.ts';

/** A line of a script. */
export const line = (changes: Partial<Line>): Line => ({
  ...{
    id: `line ${changes.index ?? 0}`,
    script: 'script',
    index: 0,
    start: 1,
    end: 2,
    text: 'Cinco perritos.',
  },
  ...{ character: null, offScreen: false, onScreen: null, language: null, marks: null },
  ...{ settings: { offset: 0, strength: 1, leave: false, cues: [] } },
  version: 1,
  ...changes,
});

/** Where a line is heard in a shot. */
export const spoken = (changes: Partial<PlannedLine['spoken'][number]>): PlannedLine['spoken'][number] => ({
  ...{ shot: 0, start: 0, end: 10, performer: 'p1', doubt: null, frames: 10, passed: [] },
  ...changes,
});

/** What a check found of a line. */
export const planned = (changes: Partial<PlannedLine>): PlannedLine => ({
  ...{ index: 0, start: 1, end: 2, confidence: 1, fits: true, spoken: [spoken({})], frames: 10 },
  ...{ problem: null, lateBy: null },
  ...{ mismatch: 0.5, mismatchReason: 'lips-open', leftOut: null },
  ...changes,
});
