import { readFrames, type Film } from '@mondwerk/media';
import { hashOutside, newOutsideHash } from '../pipeline/outsideHash.ts';
import type { Meter } from '../pipeline/progress.ts';
import { apartness, countOutside, firstDifference } from './compareFrame.ts';
import { leastAlike, tooUnlike } from './leastAlike.ts';
import { Likeness } from './likeness.ts';
import type { Proof, ProvenPart } from './readProof.ts';
import type { Finding, Place, Unlike, Verdict } from './verdict.ts';

/** Two films whose frames lie on one another, and what is said of them. */
export interface Compared {
  readonly source: Film;
  readonly out: Film;
  readonly proof: Proof;
  /** Whether OUT is coded without loss, so that every sample counts. */
  readonly exact: boolean;
}

type Samples = Pick<Verdict, 'outside' | 'parts' | 'findings' | 'shots' | 'leastAlike'>;

interface Tally {
  readonly likeness: Likeness;
  readonly count: { outside: number; all: number };
  first: Place | undefined;
  worst: Unlike | null;
  differing: number;
}

/** Reads both films to the end, frame beside frame. @throws Refusal `truncated` when a frame cannot be decoded. */
export async function compareSamples(
  compared: Compared,
  meter: Meter,
  signal: AbortSignal,
): Promise<Samples> {
  const { source, out, proof, exact } = compared;
  const { stretch } = proof.report.settings;
  const shown = readFrames(out);
  const tally: Tally = {
    ...{ likeness: new Likeness(proof.report), count: { outside: 0, all: 0 } },
    ...{ first: undefined, differing: 0, worst: null },
  };
  const parts: Verdict['parts'][number][] = [];
  const findings: Finding[] = [];
  try {
    for (const part of proof.parts) {
      const before = tally.differing;
      const hash = newOutsideHash();
      for await (const { frame, picture } of readFrames(source, part.frames)) {
        signal.throwIfAborted();
        const other = (await shown.next()).value!.picture;
        const boxes = part.boxes.get(frame) ?? [];
        hashOutside(hash, picture, boxes);
        compareFrame(tally, { frame, picture, other, boxes }, exact);
        meter.reach(frame + 1 - stretch.start);
      }
      const copied = part.source === null;
      const own = copied || hash.digest('hex') === part.source;
      if (!own) findings.push(foreign(part));
      const differing = tally.differing - before;
      if (copied && !exact && differing > 0) findings.push(notCopied(part, differing));
      parts.push({ frames: part.frames, source: own, out: exact || copied ? differing === 0 : null });
    }
  } finally {
    await shown.return(undefined);
  }
  return {
    outside: tally.count.outside / tally.count.all,
    parts,
    findings: [
      ...findings,
      ...(exact && tally.first ? [changed(tally.first, tally.differing)] : []),
      ...tooUnlike(tally.worst),
    ],
    leastAlike: tally.worst,
    shots: exact ? [] : tally.likeness.shots,
  };
}

type Frame = Awaited<ReturnType<ReturnType<typeof readFrames>['next']>>;
type Picture = Exclude<Frame['value'], undefined | void>['picture'];

interface Pair {
  readonly frame: number;
  readonly picture: Picture;
  readonly other: Picture;
  readonly boxes: Parameters<typeof firstDifference>[2];
}

function compareFrame(tally: Tally, { frame, picture, other, boxes }: Pair, exact: boolean): void {
  const { outside, all } = countOutside(picture, boxes);
  tally.count.outside += outside;
  tally.count.all += all;
  const comparable = picture.format.name === other.format.name;
  const place = comparable ? firstDifference(picture, other, boxes, frame) : undefined;
  if (place !== undefined) tally.differing += 1;
  tally.first ??= place;
  if (exact) return;
  tally.likeness.add(frame, apartness(picture, other, boxes), comparable && place === undefined);
  const block = leastAlike(picture, other, boxes, frame);
  if (block !== null && block.decibels < (tally.worst?.decibels ?? Infinity)) tally.worst = block;
}

const foreign = ({ frames: { start, end } }: ProvenPart): Finding => ({
  code: 'other-samples',
  sentence:
    `In frames ${start} to ${end - 1}, SOURCE does not have the samples outside the boxes that the report was made from: ` +
    'it is another film, or the report was edited.',
});

const notCopied = ({ frames: { start, end } }: ProvenPart, differing: number): Finding => ({
  code: 'changed-copy',
  sentence: `Frames ${start} to ${end - 1} were copied as the report says, but ${differing} of them differ in OUT from SOURCE.`,
});

function changed(place: Place, frames: number): Finding {
  const others = frames === 1 ? 'no other frame does' : `${frames - 1} more frames do`;
  const { frame, plane, x, y } = place;
  const sentence =
    `OUT differs from SOURCE outside the boxes, first in frame ${frame} at x ${x}, y ${y} of plane ${plane}; ` +
    `${others}.`;
  return { code: 'changed-outside', sentence, place };
}
