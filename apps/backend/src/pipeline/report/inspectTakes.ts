import { contains } from '@mondwerk/film';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { PlannedDub } from '../dubSteps.ts';
import type { PartRecord } from '../filmPart.ts';
import { performersSpeech } from '../footage/footageUse.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { Run } from '../run.ts';
import type { ShotSheet } from '../shotSheet.ts';
import { keepReport } from './keepReport.ts';
import { makeReport } from './makeReport.ts';
import type { Report } from './reportSchema.ts';

/** A take that was rendered: what was asked for, and what was done. */
export interface InspectedTake {
  readonly sheet: ShotSheet;
  readonly records: readonly PartRecord[];
}

/** Writes the report of some takes and tells what a reviewer should look at. */
export async function inspectTakes(
  run: Run,
  order: CheckedOrder,
  dub: PlannedDub,
  takes: readonly InspectedTake[],
): Promise<OutcomeOf['inspect']> {
  const report = await reportOn(order, dub, takes);
  return {
    report: await keepReport(run, 'inspect', report),
    lips: {
      checked: report.lips.length,
      reached: report.lips.filter(({ reached }) => reached).length,
      flags: report.lips.filter(({ reached }) => reached === false).map((lip) => flagOf(lip, takes)),
    },
    untouchedEqual: report.proof.every(({ equal }) => equal),
  };
}

function reportOn(order: CheckedOrder, dub: PlannedDub, takes: readonly InspectedTake[]): Promise<Report> {
  const { faces, cast, speech, dubbed, judged, spared, wishes } = dub;
  const shots = takes.map(({ sheet }) => sheet.shot);
  const own = new Set(shots.map(({ index }) => index));
  const spoken = cast.value.spoken.filter(({ shot }) => own.has(shot));
  const said = new Set(spoken.map(({ line }) => line));
  return makeReport({
    ...{ order, shots, spoken },
    lines: order.script.lines.filter(({ index }) => said.has(index)),
    out: 'takes',
    tracks: faces.value.tracks.filter(({ shot }) => own.has(shot)),
    performers: cast.value.performers,
    speech: speech.value,
    ...{ judged: judged.value, spared, wishes },
    cues: takes.flatMap(({ sheet }) => sheet.cues),
    checks: takes.flatMap(({ sheet }) => sheet.checks),
    dubbed: dubbed.filter(({ shot }) => own.has(shot.index)),
    parts: takes.flatMap(({ records }) => records),
    seen: performersSpeech(order, dub),
    footage: [],
    // How long each stage took is told by its job; the report is the same however often it is written.
    times: [],
  });
}

function flagOf(
  { line, ipa, frame, timecode, performer, wantedGap, seenGap }: Report['lips'][number],
  takes: readonly InspectedTake[],
): OutcomeOf['inspect']['lips']['flags'][number] {
  const { sheet } = takes.find((take) => contains(take.sheet.shot.frames, frame))!;
  return { shot: sheet.shot.index, line, ipa, frame, timecode, performer, wantedGap, seenGap };
}
