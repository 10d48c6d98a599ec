import { stat } from 'node:fs/promises';
import { wholeSpan } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import type { FinishedParts } from '../missingParts.ts';
import { openSource } from '../openDub.ts';
import type { PlanOrder, RenderOrder } from '../orders.ts';
import { inspectTakes } from '../report/inspectTakes.ts';
import { makePiecesOnce, type Pieced } from '../run.ts';
import { shotPiece } from '../shotPieces.ts';
import type { ShotSheet } from '../shotSheet.ts';
import { cutShotsOnce } from '../stages/cutShots.ts';
import { gatherSourcesOnce, type OpenedPlan, type Sources } from '../stages/gatherSources.ts';
import { readParts } from '../renderedParts.ts';
import { renderMouthsOnce } from '../stages/renderMouths.ts';
import { describeTake, TAKE_PART_FRAMES } from '../takeOutcome.ts';
import { openTracks } from '../stages/trackFaces.ts';
import type { StageOf } from '../stages.ts';
import { SteadyShots } from '../steadyShots.ts';
import { previewOnce } from '../takePreview.ts';
import { takeSheets } from '../takeSheets.ts';
import type { Artifact } from '../workFolder.ts';
import { planned } from './plan.ts';

/** What the takes of an order are rendered from. */
interface Gathered {
  readonly checked: CheckedFilm;
  readonly sheets: Pieced<readonly number[]>;
  readonly sources: Artifact<Sources>;
}

/** What was gathered for an order's takes; known by the order alone, so that a worker need not plan to render. */
async function gathered(run: TitleRun, order: RenderOrder): Promise<Gathered> {
  const checked = await openSource(run, order.source);
  const sheets = await drawSheetsOnce(run, order);
  const sources = await gatherSourcesOnce(run, checked, {
    key: sheets.key,
    stretch: wholeSpan(checked.film),
    open: () => openPlan(run, order, sheets),
  });
  return { checked, sheets, sources };
}

function drawSheetsOnce(run: TitleRun, { shots, ...order }: RenderOrder): Promise<Pieced<readonly number[]>> {
  // A take that is asked for again, with another number, is the same.
  const asked = shots.map(({ shot, settings }) => ({ shot, settings }));
  const inputs = { order: contentOf(order), asked };
  const rooms = ['film', 'media', 'models', 'phonetics', 'compositing', 'face', 'speech', 'lipsync'] as const;
  return makePiecesOnce(
    run,
    { stage: 'drawSheets', inputs, rooms },
    { unit: 'shots', total: asked.length },
    async (pieces, meter) => {
      const { order: opened, dub } = await planned(run, order);
      const drawn: number[] = [];
      for await (const sheet of takeSheets(run, opened, dub, asked)) {
        await pieces.save(shotPiece(sheet.shot.index), sheet);
        meter.reach(drawn.push(sheet.shot.index));
      }
      return drawn;
    },
  );
}

/** What an order says, without where its files lie and what they are called. */
const contentOf = ({ source, stems, script, original, ...order }: PlanOrder) => ({
  source: source.sha256,
  stems: stems.map(({ sha256, character }) => ({ sha256, character })),
  script: { sha256: script.sha256, language: script.language },
  original: original && { sha256: original.sha256, language: original.language },
  performers: order.performers,
  casting: order.casting,
  settings: order.settings,
  ...(order.lineSettings.length > 0 && { lineSettings: order.lineSettings }),
});

async function openPlan(
  run: TitleRun,
  order: RenderOrder,
  { pieces, value }: Pieced<readonly number[]>,
): Promise<OpenedPlan> {
  const { dub } = await planned(run, order);
  async function* plan(): AsyncGenerator<ShotSheet['plan']> {
    for (const shot of value) yield (await pieces.get<ShotSheet>(shotPiece(shot))).plan;
  }
  return { plan: plan(), steady: new SteadyShots(dub.faces.value.read, dub.heads) };
}

/** The take of one shot; whatever of it is missing is rendered. */
async function renderedTake(
  run: TitleRun,
  { checked, sheets, sources }: Gathered,
  shot: number,
): Promise<FinishedParts & { readonly sheet: ShotSheet }> {
  const sheet = await sheets.pieces.get<ShotSheet>(shotPiece(shot));
  const readTracks = await openTracks(run, checked, await cutShotsOnce(run, checked));
  const parts = await renderMouthsOnce(run, checked, {
    ...sheet,
    sources: async () => sources.value,
    steady: new SteadyShots(readTracks, sheet.heads),
    stretch: sheet.shot.frames,
    encoding: 'lossless',
    partFrames: TAKE_PART_FRAMES,
    inputs: { sheet: fingerprintValue(sheet) },
  });
  return { ...parts, sheet };
}

/** New takes of some shots of a planned dub. */
export const render: Pick<Handlers, StageOf<'render'>> = {
  gatherSources: async ({ order }, run) => {
    const { sources } = await gathered(run, order);
    return { cutouts: sources.value.names.length, bytes: (await stat(sources.value.cutouts)).size };
  },

  renderMouths: async ({ order, shot }, run) => {
    const ready = await gathered(run, order);
    const { sheet, ...parts } = await renderedTake(run, ready, shot);
    await previewOnce(run, ready.checked.film, sheet.shot.frames, parts);
    const { take } = order.shots.find((asked) => asked.shot === shot)!;
    return describeTake(run, { shot, take, frames: sheet.shot.frames }, parts);
  },

  inspect: async ({ order }, run) => {
    const { order: checked, dub } = await planned(run, order);
    const ready = await gathered(run, order);
    const takes = [];
    for (const { shot } of order.shots) {
      const { sheet, ...parts } = await renderedTake(run, ready, shot);
      takes.push({ sheet, records: (await readParts(parts)).map(({ record }) => record) });
    }
    return inspectTakes(run, checked, dub, takes);
  },
};
