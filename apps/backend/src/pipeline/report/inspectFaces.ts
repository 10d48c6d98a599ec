import { formatTimecode, type FrameSpan } from '@mondwerk/film';
import { wholeSpan } from '@mondwerk/media';
import type { PartRecord } from '../filmPart.ts';
import type { BroughtModels } from '../generation/broughtModels.ts';
import type { ReplaceOrder } from '../orders.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { FaceSheet } from '../replacement/faceSheet.ts';
import type { PlannedReplacement } from '../replacement/replaceSteps.ts';
import type { Run } from '../run.ts';
import { keepReport } from './keepReport.ts';
import { makeReplacementReport } from './replacementReport.ts';
import type { ReplacementReport } from './replacementSchema.ts';

/** Takes of a replacement that were rendered together, and the networks that made or restored their faces. */
export interface InspectedTakes {
  readonly takes: readonly InspectedFaces[];
  readonly generators: BroughtModels | undefined;
}

/** A take that was rendered: what was asked for, and what was done. */
export interface InspectedFaces {
  readonly sheet: FaceSheet;
  readonly records: readonly PartRecord[];
}

/** Writes the report of some takes of a replacement and tells what a reviewer should look at. */
export async function inspectFaces(
  run: Run,
  order: ReplaceOrder,
  replacement: PlannedReplacement,
  rendered: InspectedTakes,
): Promise<OutcomeOf['inspectFaces']> {
  const { takes } = rendered;
  const report = await reportOn(order, replacement, rendered);
  return {
    report: await keepReport(run, 'inspectFaces', report),
    flags: report.shots.flatMap((shot) => [
      ...flagsOf(shot, replacement),
      ...keptInFront(shot, takes, replacement),
    ]),
    untouchedEqual: report.proof.every(({ equal }) => equal),
  };
}

type Flag = OutcomeOf['inspectFaces']['flags'][number];
type ToldShot = ReplacementReport['shots'][number];

/** Where a head kept its own face. */
const flagsOf = ({ index, passed }: ToldShot, replacement: PlannedReplacement): Flag[] =>
  passed.flatMap(({ performer, reason, frames }) =>
    joined(frames).map((span) => ({
      ...{ shot: index, frames: span, timecode: timecodeOf(span.start, replacement), performer },
      sentence: `The head keeps its own face: ${reason}.`,
    })),
  );

/** Spans so few frames apart are looked at together. */
const NEAR = 25;

function joined(spans: readonly FrameSpan[]): FrameSpan[] {
  const all: FrameSpan[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last !== undefined && span.start - last.end <= NEAR) all[all.length - 1] = { ...last, end: span.end };
    else all.push(span);
  }
  return all;
}

/** Where something was in front of a new face. */
function keptInFront(
  { index, changed }: ToldShot,
  takes: readonly InspectedFaces[],
  replacement: PlannedReplacement,
): Flag[] {
  const records = takes.filter(({ sheet }) => sheet.shot.index === index).flatMap((take) => take.records);
  return changed.flatMap(({ performer, track, inFront }) => {
    if (!inFront) return [];
    const own = records
      .flatMap(({ mouths }) => mouths)
      .filter((face) => face.track === track && face.passed === null && (face.inFront ?? 0) > NOTICED);
    if (own.length === 0) return [];
    const span = { start: own[0].frame, end: own.at(-1)!.frame + 1 };
    return [
      {
        ...{ shot: index, frames: span, timecode: timecodeOf(span.start, replacement), performer },
        sentence: `Something is in front of the new face in ${own.length} of these frames and was kept.`,
      },
    ];
  });
}

/** Less of a face than this share is hidden without anybody having to look. */
const NOTICED = 0.08;

const timecodeOf = (frame: number, { film }: PlannedReplacement): string =>
  formatTimecode(frame, film.checked.film.rate);

async function reportOn(
  { replaced, shown, settings: { strength } }: ReplaceOrder,
  replacement: PlannedReplacement,
  { takes, generators }: InspectedTakes,
): Promise<ReplacementReport> {
  const { film, donors, tracks } = replacement;
  const shots = takes.map(({ sheet }) => sheet.shot);
  const own = shots.map(({ index }) => index);
  const plan = takes.flatMap(({ sheet }) => sheet.plan);
  const sheets = takes.map(({ sheet }) => sheet);
  const settings = { draft: false, lossless: true, strength };
  return makeReplacementReport({
    order: {
      ...{ ...film.checked, settings, stretch: wholeSpan(film.checked.film), shots: own },
      ...(generators && { generators }),
      heads: [
        { replaced: replaced.id, donors: donors.map((donor) => ({ ...donor, path: '', person: null })) },
      ],
    },
    matched: {
      ...{ shots, performers: film.performers, faces: film.faces, plan, sheets },
      replacements: [{ ...replacement, tracks: tracks.filter(({ shot }) => own.includes(shot.index)) }],
    },
    rights: [{ replaced: replaced.id, shown: shown.name }],
    ...{ out: 'takes', parts: takes.flatMap(({ records }) => records) },
    // How long each stage took is told by its job; the report is the same however often it is written.
    times: [],
  });
}
