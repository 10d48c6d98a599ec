import type { CopiedSpan } from '@mondwerk/media';
import { likeness, unitVector } from '@mondwerk/face';
import type { PlannedFace } from '@mondwerk/faceswap';
import { secondsOf } from '@mondwerk/film';
import { discloseReplaced } from '../delivery/disclosure.ts';
import type { PartRecord } from '../filmPart.ts';
import { modelsIn } from '../generation/broughtModels.ts';
import type { StageTime } from '../progress.ts';
import type { PatchResult } from '../renderedFrame.ts';
import type { CheckedReplacement } from '../replacement/checkedReplacement.ts';
import type { Donor } from '../replacement/openDonors.ts';
import type { MatchedFilm } from '../replacement/replaceFaces.ts';
import type { PlannedReplacement } from '../replacement/replaceSteps.ts';
import {
  describeCopied,
  describeFilm,
  describeModels,
  describeProgram,
  describeWanted,
  proveOutside,
} from './describeRun.ts';
import { replacementSchema, type ReplacementReport } from './replacementSchema.ts';
import { reportShots } from './reportShots.ts';

/** On what one head gets another face, and the names of both performers. */
export interface HeadRights {
  /** Left out where somebody else keeps them. */
  readonly rights?: ReplacementReport['replaced'][number]['rights'];
  readonly replaced: string;
  readonly shown: string;
}

/** Everything that a replacement found out and did, from which its report is written. */
export interface ReplacementFindings {
  readonly order: CheckedReplacement;
  readonly matched: MatchedFilm;
  /** One for each replaced head, in the same order. */
  readonly rights: readonly HeadRights[];
  readonly out: string;
  readonly parts: readonly PartRecord[];
  /** What was copied, where that was asked for, and the heads in it, all of which were left as they were. */
  readonly copied?: { readonly spans: readonly CopiedSpan[]; readonly faces: readonly PatchResult[] };
  readonly times: readonly StageTime[];
}

/** Writes up a replacement. @throws ZodError when the report would not have its own documented shape. */
export async function makeReplacementReport(findings: ReplacementFindings): Promise<ReplacementReport> {
  const { order, parts, out, copied, times } = findings;
  const { settings, stretch, shots, wanted } = order;
  return replacementSchema.parse({
    ...{ version: 1, kind: 'replacement', mondwerk: await describeProgram(), film: describeFilm(order), out },
    settings: { ...settings, stretch, shots, ...(wanted && { file: describeWanted(wanted) }) },
    performers: describePerformers(findings),
    ...describeReplaced(findings),
    shots: replacedShots(findings),
    proof: parts.map((part) => proveOutside(part)),
    ...(order.generators && { generators: modelsIn(order.generators).map(({ card }) => card) }),
    ...(copied && { copied: copied.spans.map(describeCopied) }),
    ...{ stages: times, models: describeModels() },
  });
}

type Told = Pick<ReplacementFindings, 'order' | 'matched' | 'rights' | 'parts' | 'copied'>;

/** Whose faces were put on whose heads, and what has to be said of that. */
export function describeReplaced(told: Told): Pick<ReplacementReport, 'replaced' | 'disclosure'> {
  const results = allFaces(told);
  const replaced = told.matched.replacements.map((each, at) =>
    describeHead(each, told.rights[at], { plan: told.matched.plan, results }),
  );
  return { replaced, disclosure: discloseReplaced(replaced) };
}

/** What was replaced shot by shot. */
export const replacedShots = (told: Told): ReplacementReport['shots'] =>
  reportShots({
    ...{ shots: told.matched.shots, stretch: told.order.stretch, film: told.order.film },
    dubbed: told.matched.replacements.flatMap(({ tracks }) => tracks),
    patches: allFaces(told),
    what: 'face',
  });

const allFaces = ({ parts, copied }: Told): PatchResult[] => [
  ...parts.flatMap(({ mouths }) => mouths),
  ...(copied?.faces ?? []),
];

function describeHead(
  replacement: PlannedReplacement,
  { rights, replaced, shown }: HeadRights,
  { plan, results }: { readonly plan: readonly PlannedFace[]; readonly results: readonly PatchResult[] },
): ReplacementReport['replaced'][number] {
  const { film, donors, tracks, missing } = replacement;
  const own = new Set(tracks.map(({ track }) => track));
  const used = usedFrames(plan.filter(({ track }) => own.has(track)));
  const faces = results.filter(({ track }) => own.has(track));
  const rendered = faces.filter(({ passed }) => passed === null).length;
  return {
    ...{ performer: film.replaced.id, replaced, shown, ...(rights && { rights }) },
    likeness: likenessOf(replacement),
    footage: donors.map((donor) => describeDonor(donor, used)),
    frames: { rendered, passed: faces.length - rendered },
    missing: [...missing],
  };
}

function likenessOf({ film, donors }: PlannedReplacement): number {
  const own = film.faces.value.tracks.filter(({ id }) => film.replaced.tracks.includes(id));
  const shown = donors.flatMap(({ tracks, shown: { tracks: names } }) =>
    tracks.filter(({ id }) => names.includes(id)),
  );
  const mean = (faces: readonly { readonly identity: Float32Array }[]): Float32Array =>
    unitVector(faces[0].identity.map((_, axis) => faces.reduce((sum, face) => sum + face.identity[axis], 0)));
  return likeness(mean(own), mean(shown));
}

/** The frames of each track from which faces are taken, one for each face. */
function usedFrames(plan: readonly PlannedFace[]): ReadonlyMap<string, readonly number[]> {
  const used = new Map<string, number[]>();
  for (const { strength, faces } of plan) {
    if (strength === 0 || faces.length === 0) continue;
    const { track, frame } = faces.reduce((a, b) => (b.weight > a.weight ? b : a));
    used.set(track, [...(used.get(track) ?? []), frame]);
  }
  return used;
}

function describeDonor(
  { name, sha256, shown }: Donor,
  used: ReadonlyMap<string, readonly number[]>,
): ReplacementReport['replaced'][number]['footage'][number] {
  const taken = shown.tracks.flatMap((track) => used.get(track) ?? []);
  return {
    ...{ file: name, sha256, person: shown.person, seconds: shown.seconds },
    ...{ faces: taken.length, frames: new Set(taken).size },
  };
}

function describePerformers({ matched, order }: ReplacementFindings): ReplacementReport['performers'] {
  const { tracks } = matched.faces.value;
  return matched.performers.map(({ id, tracks: names }) => {
    const own = tracks.filter((track) => names.includes(track.id));
    const seconds = own.reduce((sum, { span }) => sum + secondsOf(order.film.clock, span), 0);
    return { id, shots: new Set(own.map(({ shot }) => shot)).size, seconds };
  });
}
