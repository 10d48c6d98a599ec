import { contains, formatTimecode, frameAt, type Line } from '@mondwerk/film';
import type { SpokenLine } from '../casting/castLines.ts';
import { soundingSpans } from '../casting/heardLines.ts';
import { LEFT_OUT, MISMATCHES } from '../lines/lineCodes.ts';
import type { PatchResult } from '../renderedFrame.ts';
import { leavesLine } from '../wishes/motionWishes.ts';
import { allMouths } from './allMouths.ts';
import type { Findings } from './findings.ts';
import type { Report } from './reportSchema.ts';

/** Writes up every line of the script: who says it, how surely, with which sounds, and in how many frames. */
export function reportLines(findings: Findings): Report['lines'] {
  const spans = soundingSpans(findings.speech.phones);
  const mouthsOf = Map.groupBy(allMouths(findings), ({ track }) => track);
  return findings.lines.map((line) => reportLine(line, spans.get(line.index), findings, mouthsOf));
}

type MouthsByTrack = ReadonlyMap<string, readonly PatchResult[]>;

function reportLine(
  line: Line,
  sounding: Report['lines'][number]['span'] | undefined,
  findings: Findings,
  mouthsOf: MouthsByTrack,
): Report['lines'][number] {
  const { order, speech, spoken, cues, judged, spared, wishes } = findings;
  const mismatch = judged.find((each) => each.line === line.index)?.mismatch ?? null;
  const left =
    order.lineSettings.some((each) => each.line === line.index && each.leave) ||
    (wishes !== null && leavesLine(wishes, line.index));
  const alignment = speech.lines.find((each) => each.line === line.index);
  const span = sounding ?? alignment?.span ?? line.span ?? { start: 0, end: 0 };
  const own = spoken.filter((each) => each.line === line.index);
  return {
    index: line.index,
    text: line.text,
    character: line.character ?? null,
    span: { start: span.start, end: span.end },
    timecode: formatTimecode(frameAt(order.film.clock, span.start), order.film.rate),
    performer: own.find(({ performer }) => performer !== null)?.performer ?? null,
    doubt: own.find(({ doubt }) => doubt !== null)?.doubt ?? null,
    ...evidenceOf(own),
    confidence: alignment?.confidence ?? 0,
    fits: alignment?.fits ?? true,
    problem: alignment?.problem ?? null,
    lateBy: alignment?.lateBy ?? null,
    phones: speech.phones
      .filter((phone) => phone.line === line.index)
      .map(({ ipa, span: time, confidence, word }) => ({ ipa, span: time, confidence, word })),
    cues: cues
      .filter((cue) => cue.line === line.index)
      .map(({ shape, ipa, span: time, origin }) => ({ shape, ipa, span: time, origin })),
    mismatch: mismatch && { ...mismatch, says: MISMATCHES[mismatch.reason] },
    leftAlone: spared.has(line.index) ? LEFT_OUT['fits-already'] : left ? LEFT_OUT['left-as-asked'] : null,
    frames: countFrames(own, findings, mouthsOf),
  };
}

/** Of several shots, that of the one in which it is least sure. */
function evidenceOf(own: readonly SpokenLine[]): Pick<Report['lines'][number], 'by' | 'sureness'> {
  const [least] = own.toSorted((a, b) => (a.sureness ?? 1) - (b.sureness ?? 1));
  return least?.by === undefined ? {} : { by: least.by, sureness: least.sureness };
}

function countFrames(
  own: readonly SpokenLine[],
  { dubbed }: Findings,
  mouthsOf: MouthsByTrack,
): Report['lines'][number]['frames'] {
  const count = { rendered: 0, passed: 0 };
  for (const { shot, performer, frames } of own) {
    const tracks = dubbed.filter((each) => each.shot.index === shot && each.performer === performer);
    for (const mouth of tracks.flatMap(({ track }) => mouthsOf.get(track) ?? [])) {
      if (!contains(frames, mouth.frame)) continue;
      if (mouth.passed === null) count.rendered++;
      else count.passed++;
    }
  }
  return count;
}
