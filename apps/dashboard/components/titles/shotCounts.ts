import type { DubAtAGlance } from '#lib/api/overview.ts';

type Counts = DubAtAGlance['shots'];

/** Where shots can stand, from what is done to what is to come, each with its colour and the name of its text. */
const PARTS = [
  ['approved', 'bg-approved', 'countApproved'],
  ['toReview', 'bg-to-review', 'countToReview'],
  ['sentBack', 'bg-sent-back', 'countSentBack'],
  ['failed', 'bg-failed', 'countFailed'],
  ['rendering', 'bg-rendering', 'countRendering'],
  ['toRender', 'bg-to-render', 'countToRender'],
  ['matches', 'bg-matches', 'countMatches'],
] as const satisfies readonly (readonly [keyof Counts, string, string])[];

/** One part of a dub's shots. */
export interface ShotPart {
  readonly state: (typeof PARTS)[number][0];
  readonly colour: (typeof PARTS)[number][1];
  readonly text: (typeof PARTS)[number][2];
  readonly count: number;
}

/** The parts of a dub's shots of which there are any. */
export const shotParts = (counts: Counts): ShotPart[] =>
  PARTS.map(([state, colour, text]) => ({ state, colour, text, count: counts[state] })).filter(
    ({ count }) => count > 0,
  );
