import type { PlannedLine } from '#lib/api/planLines.ts';
import type { PlannedShot } from '#lib/api/renders.ts';
import type { DubTimeline } from '#lib/api/timeline.ts';

/** Where a shot stands in a dub. */
export type ShotState = DubTimeline['shots'][number]['state'];

/** What shows most that an old mouth says something else. */
export type MismatchReason = NonNullable<PlannedLine['mismatchReason']>;

/** One line as far as it is heard in one shot. */
export interface SaidLine {
  readonly planned: PlannedLine;
  /** `null` where the script is another one than was planned. */
  readonly text: string | null;
  /** Where it is heard in the shot, and by whose mouth; `null` where the voice has no sound for it. */
  readonly spoken: PlannedLine['spoken'][number] | null;
}

/** A shot of a plan, with the lines that are heard in it. */
export interface PlanGroup {
  /** The number of the shot in the film. */
  readonly index: number;
  /** Its id; `null` where the plan has nothing to render in it. */
  readonly shot: string | null;
  /** Frames of the film; without a plan for the shot, those in which its lines are heard. */
  readonly start: number;
  readonly end: number;
  /** How many frames would be rendered, with how many new mouths. */
  readonly frames: number;
  readonly mouths: number;
  /** How many heads of a replacement stay as they were filmed. */
  readonly left: number;
  /** What that is expected to take of one processor core. */
  readonly seconds: number;
  readonly matches: boolean;
  readonly performers: readonly string[];
  readonly state: ShotState;
  readonly take: DubTimeline['shots'][number]['take'];
  readonly lines: readonly SaidLine[];
  /** The largest of its lines, 0 to 1; `null` where no mouth can be compared. */
  readonly mismatch: number | null;
  readonly reason: MismatchReason | null;
}

/** What a plan found, laid together with where its shots stand. */
export interface PlanFound {
  /** In the order of the film. */
  readonly groups: readonly PlanGroup[];
  /** Lines for which the voice has no sound. */
  readonly unheard: readonly SaidLine[];
}

/** Lays shots, lines and where things stand together. Without `timeline` nothing is known of texts and states. */
export function planFound(
  shots: readonly PlannedShot[],
  lines: readonly PlannedLine[],
  timeline: DubTimeline | undefined,
): PlanFound {
  const texts = textsOf(lines, timeline);
  const said = lines.map((planned): SaidLine[] => {
    const text = texts.get(planned.index) ?? null;
    if (planned.spoken.length === 0) return [{ planned, text, spoken: null }];
    return planned.spoken.map((spoken) => ({ planned, text, spoken }));
  });
  const byShot = Map.groupBy(said.flat(), ({ spoken }) => spoken?.shot ?? null);
  const unheard = byShot.get(null) ?? [];
  byShot.delete(null);
  const planned = new Map(shots.map((shot) => [shot.index, shot]));
  const stands = new Map(timeline?.shots.map((shot) => [shot.index, shot]));
  const numbers = new Set([...planned.keys(), ...(byShot.keys() as Iterable<number>)]);
  const groups = [...numbers]
    .sort((a, b) => a - b)
    .map((index) => groupOf(index, planned.get(index), byShot.get(index) ?? [], stands.get(index)));
  return { groups, unheard };
}

type Standing = DubTimeline['shots'][number];

function groupOf(
  index: number,
  shot: PlannedShot | undefined,
  lines: readonly SaidLine[],
  standing: Standing | undefined,
): PlanGroup {
  const renewed = lines.filter(({ spoken, planned }) => spoken!.frames > 0 && planned.mismatch !== null);
  const worst = renewed.toSorted((a, b) => b.planned.mismatch! - a.planned.mismatch!).at(0)?.planned;
  return {
    index,
    shot: shot !== undefined && shot.mouths > 0 ? shot.shot : null,
    start: shot?.start ?? Math.min(...lines.map(({ spoken }) => spoken!.start)),
    end: shot?.end ?? Math.max(...lines.map(({ spoken }) => spoken!.end)),
    frames: shot !== undefined && shot.mouths > 0 ? shot.frames : 0,
    mouths: shot?.mouths ?? 0,
    left: shot?.leftAlone ?? 0,
    seconds: shot !== undefined && shot.mouths > 0 ? shot.seconds : 0,
    matches: shot?.matches ?? false,
    performers: shot?.performers ?? [],
    state: standing?.state ?? 'untouched',
    take: standing?.take ?? null,
    lines,
    mismatch: worst?.mismatch ?? null,
    reason: worst?.mismatchReason ?? null,
  };
}

/** The texts of lines by their numbers, if the plan is of the script that is in use. */
function textsOf(
  lines: readonly PlannedLine[],
  timeline: DubTimeline | undefined,
): ReadonlyMap<number, string> {
  if (timeline === undefined) return new Map();
  const heard = lines.some(({ problem }) => problem !== 'not-heard');
  const known = !heard || timeline.lines.some(({ aligned }) => aligned);
  return new Map(known ? timeline.lines.map(({ index, text }) => [index, text]) : []);
}
