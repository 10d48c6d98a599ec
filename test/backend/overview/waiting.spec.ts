import { describe, expect, it } from 'vitest';
import { WAITS, waitsOfDub, type DubState } from '../../../apps/backend/src/overview/waiting.ts';

const shots = {
  ...{ planned: 0, toRender: 0, matches: 0, rendering: 0, failed: 0 },
  ...{ toReview: 0, approved: 0, sentBack: 0 },
};
const planned: DubState = {
  ...{ kind: 'dub', stems: 1, scripts: 1, footage: true },
  ...{ plan: 'ready', delivered: false, shots },
};
const replacement = { kind: 'replacement', stems: 0, scripts: 0 } as const;

/** What there is of a dub, and who has to do what about it. */
const CASES: readonly (readonly [Partial<DubState>, readonly string[]])[] = [
  [{ stems: 0, scripts: 0, plan: null }, ['artist: Upload the dubbed voice', 'artist: Upload the script']],
  [{ plan: null }, ['artist: Plan the dub']],
  [{ plan: 'making' }, ['workers: Plan the dub']],
  [{ plan: 'failed' }, ['artist: See why the dub could not be planned']],
  [{ shots: { ...shots, planned: 5, toRender: 5 } }, ['artist: Start rendering 5']],
  [{ shots: { ...shots, planned: 5, rendering: 3, approved: 2 } }, ['workers: Render 3']],
  [
    { shots: { ...shots, planned: 5, failed: 1, sentBack: 1, toReview: 3 } },
    ['artist: See why rendering failed 1', 'artist: Render what was sent back 1', 'reviewer: Review 3'],
  ],
  [{ shots: { ...shots, planned: 5, approved: 5 } }, ['producer: Deliver the dub']],
  [{ shots: { ...shots, planned: 5, approved: 3, matches: 2 } }, ['producer: Deliver the dub']],
  [{ shots: { ...shots, planned: 5, approved: 5 }, delivered: true }, []],
  [{ ...replacement, footage: false, plan: null }, ['artist: Upload footage of the shown performer']],
  [{ ...replacement, plan: null }, ['artist: Match the faces']],
  [{ ...replacement, plan: 'making' }, ['workers: Match the faces']],
  [{ ...replacement, plan: 'failed' }, ['artist: See why the faces could not be matched']],
  [{ ...replacement, shots: { ...shots, planned: 5, toReview: 5 } }, ['reviewer: Review 5']],
  [{ ...replacement, shots: { ...shots, planned: 5, approved: 5 } }, ['producer: Deliver the replacement']],
];

describe('a dub', () => {
  it.each(CASES)('that has %j waits for %j', (state, waits) => {
    const found = waitsOfDub({ ...planned, ...state }).map(
      ({ for: who, what, count }) => `${who}: ${what}${count === null ? '' : ` ${count}`}`,
    );
    expect(found).toEqual(waits);
  });

  it('says with a word of its own each thing that it waits for', () => {
    const found = CASES.flatMap(([state]) => waitsOfDub({ ...planned, ...state }));
    const codes = new Map(found.map(({ code, for: who, what }) => [code, [who, what]]));
    expect(codes.size).toBe(new Set(found.map(({ for: who, what }) => `${who} ${what}`)).size);
    for (const [code, said] of codes) expect(said).toEqual(WAITS[code]);
  });
});
