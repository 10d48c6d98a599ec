import { USUAL_PLAN, type WantedTrack } from '@mondwerk/lipsync';
import type { FrameSpan } from '@mondwerk/film';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { AS_SAID, differs } from '../lineSettings.ts';
import type { CastWishes } from './castWishes.ts';
import { planOf } from './wish.ts';
import { runsOf, wishAt } from './wishAt.ts';

type LineSettingsOf = CheckedOrder['lineSettings'];

/**
 * How the lines of some tracks of one shot shall move. The strength of a shot that is given as a span counts for the
 * lines whose middle lies in it.
 */
export const lineWishesIn = (wishes: CastWishes, tracks: readonly DubbedTrack[]): LineSettingsOf => [
  ...new Map(
    tracks.flatMap((track) =>
      track.lines.flatMap((line) => {
        const settings = { ...lineWish(wishes, track, line), line };
        return differs(settings) ? [[line, settings] as const] : [];
      }),
    ),
  ).values(),
];

function lineWish(
  wishes: CastWishes,
  { performer, shot }: DubbedTrack,
  line: number,
): Omit<LineSettingsOf[number], 'line'> {
  const said = wishes.spoken.find(
    (each) => each.line === line && each.shot === shot.index && each.performer === performer,
  );
  const frames = said?.frames ?? shot.frames;
  const frame = (frames.start + frames.end) >> 1;
  const { strength = 1 } = wishAt(wishes, { performer, shot: shot.index, frame, line });
  const { offset, cues } = wishes.lines.find((each) => each.line === line) ?? AS_SAID;
  const leave = runsOf(
    frames,
    (at) => wishAt(wishes, { performer, shot: shot.index, frame: at, line }).leave ?? false,
  ).every(({ value }) => value);
  return { strength: strength * wishes.strength, offset, cues: [...cues], leave };
}

/** Whether a line is left as it was wherever a mouth says it. */
export function leavesLine(wishes: CastWishes, line: number): boolean {
  const own = wishes.spoken.filter((each) => each.line === line && each.performer !== null);
  return (
    own.length > 0 &&
    own.every(({ shot, performer, frames }) =>
      runsOf(
        frames,
        (frame) => wishAt(wishes, { performer: performer!, shot, frame, line }).leave ?? false,
      ).every(({ value }) => value),
    )
  );
}

/** The frames in which a track is left as it was. */
const leftIn = (wishes: CastWishes, { performer, shot, span }: DubbedTrack): FrameSpan[] =>
  runsOf(span, (frame) => wishAt(wishes, { performer, shot: shot.index, frame }).leave ?? false)
    .filter(({ value }) => value)
    .map(({ frames }) => frames);

/** The tracks of which not all frames are left as they were. */
export const withoutLeftTracks = (wishes: CastWishes, tracks: readonly DubbedTrack[]): DubbedTrack[] =>
  tracks.filter((track) => {
    const left = leftIn(wishes, track);
    return !left.some(({ start, end }) => start === track.span.start && end === track.span.end);
  });

/** What is wanted of the plan of a track: nothing where it is planned as usual. */
export function planWishOf(wishes: CastWishes, track: DubbedTrack): PlanWish {
  const left = leftIn(wishes, track);
  const place = { performer: track.performer, shot: track.shot.index };
  const settings = runsOf(track.span, (frame) => planOf(wishAt(wishes, { ...place, frame })))
    .filter(({ value }) => JSON.stringify(value) !== JSON.stringify(USUAL_PLAN))
    .map(({ frames, value }) => ({ frames, plan: value }));
  return { ...(left.length > 0 && { left }), ...(settings.length > 0 && { settings }) };
}

/** What may be wanted of the plan of a track. */
export type PlanWish = Pick<WantedTrack, 'left' | 'settings'>;

/** A track with what is wanted of its plan. */
export const withPlanWish = (wanted: WantedTrack, { left, settings }: PlanWish): WantedTrack => ({
  ...wanted,
  ...(left && { left: [...(wanted.left ?? []), ...left] }),
  ...(settings && { settings }),
});
