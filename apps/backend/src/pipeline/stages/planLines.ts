import { perSecond, type FrameSpan } from '@mondwerk/film';
import { plannerOf, type Atlas, type PlannedMouth, type Planner } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { spareLines } from '../lines/spareLines.ts';
import { fingerprintValue } from '../fingerprint.ts';
import { inTurns } from '../inTurns.ts';
import { makeOnce, type Run } from '../run.ts';
import type { ByShot } from '../shotPieces.ts';
import type { CastWishes } from '../wishes/castWishes.ts';
import { planWishOf, withPlanWish, type PlanWish } from '../wishes/motionWishes.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import type { ShotCues } from './cueMouths.ts';

/** What is planned for one shot, in a few numbers. */
export interface ShotPlan {
  readonly shot: number;
  /** From the first frame with a dubbed mouth to the last. */
  readonly frames: FrameSpan;
  readonly mouths: number;
  /** Mouths that are left as they were. */
  readonly left: number;
}

/** What happens to every mouth of the dubbed tracks. */
export interface Plan extends ByShot<readonly PlannedMouth[]> {
  readonly summary: readonly ShotPlan[];
}

/** What is planned from. */
export interface Planning {
  readonly atlases: Artifact<readonly Atlas[]>;
  readonly cues: Artifact<ByShot<ShotCues>>;
  readonly dubbed: readonly DubbedTrack[];
  readonly speech: Artifact<Speech>;
  /** What people want of the mouths, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
}

/**
 * Chooses for every frame of the dubbed tracks its sources, or why it is passed through. A shot of which the same is wanted
 * as in an earlier run is not planned anew.
 */
export async function planLinesOnce(
  run: Run,
  { film }: CheckedFilm,
  { atlases, cues, dubbed, speech, wishes }: Planning,
  spared: ReadonlySet<number>,
): Promise<Artifact<Plan>> {
  const sparing = { lines: spared, dubbed, phones: speech.value.phones, clock: film.clock };
  const recipe = { stage: 'planLines', rooms: ['film', 'compositing', 'face', 'lipsync'] } as const;
  const pieces = await run.work.pieces({ ...recipe, inputs: { atlases: atlases.key, rate: film.rate } });
  const wished = wishesByTrack(dubbed, wishes);
  const inputs = { atlases: atlases.key, cues: cues.key, ...(spared.size > 0 && { spared: [...spared] }) };
  const { key, value } = await makeOnce(
    run,
    { ...recipe, inputs: { ...inputs, ...(wished.size > 0 && { wished: [...wished] }) } },
    { unit: 'shots', total: cues.value.shots.length },
    async (meter) => {
      const planners = plannersOf(atlases.value, perSecond(film.rate));
      const found: PlannedShot[] = [];
      for (const shot of cues.value.shots) {
        const shaped = spareLines((await cues.value.read(shot))!, sparing);
        const wanted = withPlansWished(shaped, wished);
        const piece = `shot-${String(shot).padStart(5, '0')}-${fingerprintValue(wanted.wanted)}.json`;
        const known = await pieces.load<PlannedMouth[]>(piece);
        const planned = known ?? (await planShot(wanted, planners, run.signal));
        if (known === undefined) await pieces.save(piece, planned);
        found.push({ shot, ...sumUp(planned), piece });
        meter.reach(found.length);
      }
      return found;
    },
  );
  const pieceOf = new Map(value.map(({ shot, piece }) => [shot, piece]));
  const summary = value.map(({ shot, frames, mouths, left }) => ({ shot, frames, mouths, left }));
  const read = async (shot: number): Promise<PlannedMouth[] | undefined> => {
    const piece = pieceOf.get(shot);
    return piece === undefined ? undefined : pieces.get<PlannedMouth[]>(piece);
  };
  return { key, value: { summary, shots: value.map(({ shot }) => shot), read } };
}

/** A plan is kept under what it was made from. */
interface PlannedShot extends ShotPlan {
  readonly piece: string;
}

/** What is wanted of the plans of the tracks of which anything is wanted. */
export const wishesByTrack = (
  dubbed: readonly DubbedTrack[],
  wishes: CastWishes | null,
): ReadonlyMap<string, PlanWish> =>
  new Map(
    (wishes === null ? [] : dubbed)
      .map((track) => [track.track, planWishOf(wishes!, track)] as const)
      .filter(([, wish]) => Object.keys(wish).length > 0),
  );

/** What the tracks of a shot shall do, with what is wanted of their plans. */
export const withPlansWished = (
  { cues, wanted }: ShotCues,
  wished: ReadonlyMap<string, PlanWish>,
): ShotCues => ({
  cues,
  wanted: wanted.map(({ performer, track }) => ({
    performer,
    track: withPlanWish(track, wished.get(track.track) ?? {}),
  })),
});

/** The planner of each performer, made ready when it is first needed. */
export function plannersOf(
  atlases: readonly Atlas[],
  framesPerSecond: number,
): (performer: string) => Planner | undefined {
  const ready = new Map<string, Planner>();
  return (performer) => {
    const atlas = atlases.find((each) => each.performer === performer);
    if (atlas === undefined) return undefined;
    const planner = ready.get(performer) ?? plannerOf(atlas, framesPerSecond);
    ready.set(performer, planner);
    return planner;
  };
}

/** Plans all dubbed tracks of one shot. */
export async function planShot(
  { wanted }: ShotCues,
  planners: ReturnType<typeof plannersOf>,
  signal: AbortSignal,
): Promise<PlannedMouth[]> {
  const planned: PlannedMouth[] = [];
  for (const { performer, track } of wanted) {
    const planner = planners(performer);
    if (planner === undefined) continue;
    for (const mouth of await inTurns(planner(track), signal)) planned.push(mouth);
  }
  return planned;
}

function sumUp(planned: readonly PlannedMouth[]): Omit<ShotPlan, 'shot'> {
  const frames = planned.map(({ frame }) => frame);
  const mouths = planned.filter(({ strength }) => strength > 0).length;
  const start = frames.reduce((least, frame) => Math.min(least, frame), Infinity);
  const end = frames.reduce((most, frame) => Math.max(most, frame + 1), 0);
  return { frames: { start: Math.min(start, end), end }, mouths, left: planned.length - mouths };
}
