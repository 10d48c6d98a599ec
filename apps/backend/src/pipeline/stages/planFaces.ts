import { contains, easing, type FrameSpan } from '@mondwerk/film';
import {
  FACE_SENTENCES,
  facePlannerOf,
  type FacePlanner,
  type PlannedFace,
  type ReplacedTrack,
} from '@mondwerk/faceswap';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import { fingerprintValue } from '../fingerprint.ts';
import { inTurns } from '../inTurns.ts';
import { makeOnce, type Run } from '../run.ts';
import type { ByShot } from '../shotPieces.ts';
import type { Artifact } from '../workFolder.ts';
import type { LearnedFaces } from './learnFaces.ts';

/** What is planned for the replaced heads of one shot, in a few numbers. */
export interface ShotFaces {
  readonly shot: number;
  /** All frames of the shot. */
  readonly frames: FrameSpan;
  readonly faces: number;
  /** Heads that are left as they were. */
  readonly left: number;
  /** Why they are. */
  readonly passed: readonly { readonly reason: string; readonly frames: number }[];
}

/** What every replaced head gets. */
export interface FacePlan extends ByShot<readonly PlannedFace[]> {
  readonly summary: readonly ShotFaces[];
}

/** Which heads get another face, and how much of it. */
export interface WantedFaces {
  readonly tracks: readonly DubbedTrack[];
  /** Frames in which people want the heads left, by track. */
  readonly left: ReadonlyMap<string, readonly FrameSpan[]>;
  /** 1 wholly. */
  readonly strength: number;
}

/** A plan is kept under what it was made from. */
interface PlannedShot extends ShotFaces {
  readonly piece: string;
}

/**
 * Chooses for every frame of the replaced tracks from which frames its face is taken, or why it is left. A shot of which the
 * same is wanted as in an earlier run is not planned anew.
 */
export async function planFacesOnce(
  run: Run,
  learned: Artifact<LearnedFaces>,
  { tracks, left, strength }: WantedFaces,
): Promise<Artifact<FacePlan>> {
  const recipe = { stage: 'planFaces', rooms: ['film', 'compositing', 'face', 'faceswap'] } as const;
  const pieces = await run.work.pieces({ ...recipe, inputs: { learned: learned.key } });
  const wanted = [...Map.groupBy(tracks, ({ shot }) => shot.index)].map(([shot, own]) => ({
    shot,
    frames: own[0].shot.frames,
    tracks: own.map((track) => wantedTrack(track, left)),
  }));
  const { key, value } = await makeOnce<PlannedShot[]>(
    run,
    { ...recipe, inputs: { learned: learned.key, wanted, strength } },
    { unit: 'shots', total: wanted.length },
    async (meter) => {
      let planner: FacePlanner | undefined;
      const found: PlannedShot[] = [];
      for (const { shot, frames, tracks: own } of wanted) {
        const piece = `shot-${String(shot).padStart(5, '0')}-${fingerprintValue([own, strength])}.json`;
        const known = await pieces.load<PlannedFace[]>(piece);
        planner ??= facePlannerOf(learned.value.replaced, learned.value.shown);
        const planned = known ?? weaken(await planShotFaces(own, planner, run.signal), strength);
        if (known === undefined) await pieces.save(piece, planned);
        found.push({ shot, frames, ...sumUpFaces(planned), piece });
        meter.reach(found.length);
      }
      return found;
    },
  );
  const pieceOf = new Map(value.map(({ shot, piece }) => [shot, piece]));
  const summary = value.map(({ shot, frames, faces, left: kept, passed }) => ({
    ...{ shot, frames, faces, passed },
    left: kept,
  }));
  const read = async (shot: number): Promise<PlannedFace[] | undefined> => {
    const piece = pieceOf.get(shot);
    return piece === undefined ? undefined : pieces.get<PlannedFace[]>(piece);
  };
  return { key, value: { summary, shots: value.map(({ shot }) => shot), read } };
}

const weaken = (planned: readonly PlannedFace[], strength: number): PlannedFace[] =>
  planned.map((face) => ({ ...face, strength: face.strength * strength }));

/** A shot is replaced from its first frame to its last: nothing of the old face is seen before or after. */
function wantedTrack({ track, span }: DubbedTrack, left: WantedFaces['left']): ReplacedTrack {
  const own = left.get(track) ?? [];
  return { track, span, easeEnds: { first: false, last: false }, ...(own.length > 0 && { left: own }) };
}

async function planShotFaces(
  tracks: readonly ReplacedTrack[],
  planner: FacePlanner,
  signal: AbortSignal,
): Promise<PlannedFace[]> {
  const planned: PlannedFace[] = [];
  for (const track of tracks) for (const face of await inTurns(planner(track), signal)) planned.push(face);
  return planned;
}

/** What a plan does, in a few numbers. */
export function sumUpFaces(planned: readonly PlannedFace[]): Omit<ShotFaces, 'shot' | 'frames'> {
  const faces = planned.filter(({ strength }) => strength > 0).length;
  const left = planned.filter(({ strength }) => strength === 0);
  const passed = [...Map.groupBy(left, ({ reason }) => reason ?? 'not seen')].map(([reason, own]) => ({
    ...{ reason: FACE_SENTENCES[reason], frames: own.length },
  }));
  return { faces, left: left.length, passed };
}

/** The same plan with some frames left as they were; beside them the new faces come and go softly. */
export function leaveFaces(plan: readonly PlannedFace[], untouched: readonly FrameSpan[]): PlannedFace[] {
  if (untouched.length === 0) return [...plan];
  return [...Map.groupBy(plan, ({ track }) => track).values()].flatMap((faces) => {
    const left = faces.map(({ frame }) => untouched.some((span) => contains(span, frame)));
    const strengths = easing(left, { first: false, last: false });
    return faces.map((face, at) => withStrength(face, Math.min(face.strength, strengths[at])));
  });
}

const withStrength = (face: PlannedFace, strength: number): PlannedFace =>
  strength > 0 || face.strength === 0
    ? { ...face, strength }
    : { ...face, strength, reason: 'left as asked', faces: [], mouths: [], eyes: [] };
