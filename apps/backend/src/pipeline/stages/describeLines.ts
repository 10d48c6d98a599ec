import { open } from 'node:fs/promises';
import type { SpokenLine } from '../casting/castLines.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { PlannedDub } from '../dubSteps.ts';
import { describeLine, type PlannedLine, type SayingShot } from '../lines/describeLine.ts';
import type { LineMouth } from '../lines/lineMouth.ts';
import { seenMouths } from '../lines/seenMouths.ts';
import { makePiecesOnce, type Pieced, type Run } from '../run.ts';

/** The piece that tells what the mouths do: a line of JSON for every line of the script, in their order. */
export const MOUTHS = 'mouths.jsonl';

/** A line with its place in `MOUTHS`. */
export type DescribedLine = PlannedLine & {
  readonly bytes: { readonly start: number; readonly end: number };
};

/** Tells of every line of a planned dub where it is said, what is rendered of it, and what every mouth does in it. */
export function describeLinesOnce(
  run: Run,
  order: CheckedOrder,
  dub: PlannedDub,
): Promise<Pieced<readonly DescribedLine[]>> {
  const { lines } = order.script;
  const left = order.lineSettings.flatMap(({ line, leave }) => (leave ? [line] : []));
  const inputs = {
    plan: dub.plan.key,
    cast: dub.cast.key,
    speech: dub.speech.key,
    lines,
    left,
    judged: dub.judged.key,
  };
  return makePiecesOnce(
    run,
    { stage: 'describeLines', inputs, rooms: ['film', 'phonetics', 'face', 'lipsync'] },
    { unit: 'lines', total: lines.length },
    async (pieces, meter) => {
      const told: DescribedLine[] = [];
      await pieces.make(MOUTHS, async (path) => {
        const file = await open(path, 'w');
        try {
          let at = 0;
          for await (const { told: line, mouth } of describeAll(run, order, dub, new Set(left))) {
            const text = Buffer.from(`${JSON.stringify(mouth)}\n`);
            await file.write(text);
            told.push({ ...line, bytes: { start: at, end: at + text.length } });
            meter.reach(told.length);
            at += text.length;
          }
        } finally {
          await file.close();
        }
      });
      return told;
    },
  );
}

async function* describeAll(
  run: Run,
  { film, script }: CheckedOrder,
  dub: PlannedDub,
  left: ReadonlySet<number>,
): AsyncGenerator<{ readonly told: PlannedLine; readonly mouth: LineMouth }> {
  const { speech, cast, atlases } = dub;
  const phones = Map.groupBy(speech.value.phones, ({ line }) => line);
  const spoken = Map.groupBy(cast.value.spoken, ({ line }) => line);
  const alignments = new Map(speech.value.lines.map((each) => [each.line, each]));
  const mouths = new Map(atlases.value.map((atlas) => [atlas.performer, seenMouths(atlas)]));
  const mismatches = new Map(dub.judged.value.map(({ line, mismatch }) => [line, mismatch]));
  const read = readerOf(dub);
  for (const line of script.lines) {
    run.signal.throwIfAborted();
    const shots: SayingShot[] = [];
    for (const said of spoken.get(line.index) ?? []) shots.push(await read(said));
    const alignment = alignments.get(line.index);
    const said = {
      ...{ phones: phones.get(line.index) ?? [], left: left.has(line.index) },
      ...{ mismatch: mismatches.get(line.index) ?? null, spared: dub.spared.has(line.index) },
    };
    const known = { line, alignment, shots, ...said };
    yield describeLine(known, { film, mouths });
  }
}

/** Reads what was cued and planned for shots; neighbouring lines share theirs, so the last one stays at hand. */
function readerOf({ cues, plan }: PlannedDub): (said: SpokenLine) => Promise<SayingShot> {
  let held: Omit<SayingShot, 'said'> & { readonly shot: number } = { shot: -1, cues: undefined, planned: [] };
  return async (said) => {
    if (held.shot !== said.shot) {
      const own = await cues.value.read(said.shot);
      held = { shot: said.shot, cues: own, planned: (await plan.value.read(said.shot)) ?? [] };
    }
    return { said, cues: held.cues, planned: held.planned };
  };
}
