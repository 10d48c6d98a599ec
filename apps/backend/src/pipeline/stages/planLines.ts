import { perSecond, type FrameSpan } from '@mondwerk/film';
import { plannerOf, type Atlas, type PlannedMouth, type Planner } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { spareLines } from '../lines/spareLines.ts';
import { inTurns } from '../inTurns.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { byShot, shotPiece, type ByShot } from '../shotPieces.ts';
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
}

/** Chooses for every frame of the dubbed tracks its sources, or why it is passed through. */
export async function planLinesOnce(
  run: Run,
  { film }: CheckedFilm,
  { atlases, cues, dubbed, speech }: Planning,
  spared: ReadonlySet<number>,
): Promise<Artifact<Plan>> {
  const sparing = { lines: spared, dubbed, phones: speech.value.phones, clock: film.clock };
  const { key, pieces, value } = await makePiecesOnce(
    run,
    {
      stage: 'planLines',
      inputs: { atlases: atlases.key, cues: cues.key, ...(spared.size > 0 && { spared: [...spared] }) },
      rooms: ['film', 'face', 'lipsync'],
    },
    { unit: 'shots', total: cues.value.shots.length },
    async (folder, meter) => {
      const planners = plannersOf(atlases.value, perSecond(film.rate));
      const summary: ShotPlan[] = [];
      for (const shot of cues.value.shots) {
        const wanted = spareLines((await cues.value.read(shot))!, sparing);
        const planned = await planShot(wanted, planners, run.signal);
        await folder.save(shotPiece(shot), planned);
        summary.push({ shot, ...sumUp(planned) });
        meter.reach(summary.length);
      }
      return summary;
    },
  );
  const shots = value.map(({ shot }) => shot);
  return { key, value: { summary: value, ...byShot<readonly PlannedMouth[]>(pieces, shots) } };
}

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
