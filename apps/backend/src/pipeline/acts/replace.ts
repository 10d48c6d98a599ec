import { stat } from 'node:fs/promises';
import { wholeSpan } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { fingerprintValue } from '../fingerprint.ts';
import { orderedModels } from '../generation/orderedModels.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import type { FinishedParts } from '../missingParts.ts';
import { openSource } from '../openDub.ts';
import type { ReplaceOrder } from '../orders.ts';
import { readParts } from '../renderedParts.ts';
import { shownHead, type FaceSheet } from '../replacement/faceSheet.ts';
import { readWithDonors } from '../replacement/openDonors.ts';
import { takeFaceSheets } from '../replacement/takeFaceSheets.ts';
import { inspectFaces } from '../report/inspectFaces.ts';
import { makePiecesOnce, type Pieced } from '../run.ts';
import { shotPiece } from '../shotPieces.ts';
import { cutShotsOnce } from '../stages/cutShots.ts';
import { gatherFacesOnce, type OpenedFacePlan } from '../stages/gatherFaces.ts';
import type { Sources } from '../stages/gatherSources.ts';
import { renderFacesOnce } from '../stages/renderFaces.ts';
import { openTracks } from '../stages/trackFaces.ts';
import type { StageOf } from '../stages.ts';
import { SteadyShots } from '../steadyShots.ts';
import { describeTake, TAKE_PART_FRAMES } from '../takeOutcome.ts';
import { previewOnce } from '../takePreview.ts';
import type { Artifact } from '../workFolder.ts';
import { matched } from './match.ts';

/** What the takes of an order are rendered from. */
interface Gathered {
  readonly checked: CheckedFilm;
  readonly sheets: Pieced<readonly number[]>;
  readonly sources: Artifact<Sources>;
}

const shotsOf = ({ shots }: ReplaceOrder): number[] => shots.map(({ shot }) => shot);

/** What was gathered for an order's takes; known by the order alone, so that a worker need not match to render. */
async function gathered(run: TitleRun, order: ReplaceOrder): Promise<Gathered> {
  const checked = await openSource(run, order.source);
  const sheets = await drawSheetsOnce(run, order);
  const sources = await gatherFacesOnce(run, checked, {
    ...{ key: sheets.key, stretch: wholeSpan(checked.film) },
    open: () => openPlan(run, order, sheets),
  });
  return { checked, sheets, sources };
}

function drawSheetsOnce(run: TitleRun, order: ReplaceOrder): Promise<Pieced<readonly number[]>> {
  // A take that is asked for again, with another number, is the same.
  const asked = order.shots.map(({ shot, settings }) => ({ shot, settings }));
  const inputs = { order: contentOf(order), asked };
  return makePiecesOnce(
    run,
    {
      ...{ stage: 'drawFaceSheets', inputs },
      rooms: ['film', 'media', 'models', 'compositing', 'face', 'faceswap'],
    },
    { unit: 'shots', total: asked.length },
    async (pieces, meter) => {
      const replacement = await matched(run, order, shotsOf(order));
      const drawn: number[] = [];
      for await (const sheet of takeFaceSheets(replacement, asked)) {
        await pieces.save(shotPiece(sheet.shot.index), sheet);
        meter.reach(drawn.push(sheet.shot.index));
      }
      return drawn;
    },
  );
}

/** What an order says, without where its files lie and what they are called. */
const contentOf = ({ source, replaced, shown, donors, settings }: ReplaceOrder) => ({
  ...{ source: source.sha256, replaced, shown: { id: shown.id, tracks: shown.tracks }, settings },
  donors: donors.map(({ sha256, person }) => ({ sha256, person })),
});

async function openPlan(
  run: TitleRun,
  order: ReplaceOrder,
  { pieces, value }: Pieced<readonly number[]>,
): Promise<OpenedFacePlan> {
  const { film, donors, head, learned } = await matched(run, order, shotsOf(order));
  async function* plan(): AsyncGenerator<FaceSheet['plan']> {
    for (const shot of value) yield (await pieces.get<FaceSheet>(shotPiece(shot))).plan;
  }
  const read = readWithDonors(film.faces.value, donors);
  return {
    plan: plan(),
    steady: new SteadyShots(read, [head, shownHead(donors, learned.value)], undefined, true),
    footage: new Map(donors.map((donor) => [donor.number, donor.film])),
  };
}

/** The take of one shot; whatever of it is missing is rendered. */
async function renderedTake(
  run: TitleRun,
  order: ReplaceOrder,
  { checked, sheets, sources }: Gathered,
  shot: number,
): Promise<FinishedParts & { readonly sheet: FaceSheet }> {
  const sheet = await sheets.pieces.get<FaceSheet>(shotPiece(shot));
  const readTracks = await openTracks(run, checked, await cutShotsOnce(run, checked));
  const generators = await orderedModels(run, order);
  const parts = await renderFacesOnce(run, checked, {
    ...sheet,
    ...(generators && { generators }),
    sources: async () => sources.value,
    steady: new SteadyShots(readTracks, sheet.heads, undefined, true),
    ...{ stretch: sheet.shot.frames, encoding: 'lossless', partFrames: TAKE_PART_FRAMES },
    inputs: { sheet: fingerprintValue(sheet) },
  });
  return { ...parts, sheet };
}

/** New takes of some shots of a matched replacement. */
export const replace: Pick<Handlers, StageOf<'replace'>> = {
  gatherFaces: async ({ order }, run) => {
    await orderedModels(run, order);
    const { sources } = await gathered(run, order);
    return { cutouts: sources.value.names.length, bytes: (await stat(sources.value.cutouts)).size };
  },

  renderFaces: async ({ order, shot }, run) => {
    const ready = await gathered(run, order);
    const { sheet, ...parts } = await renderedTake(run, order, ready, shot);
    await previewOnce(run, ready.checked.film, sheet.shot.frames, parts);
    const { take } = order.shots.find((asked) => asked.shot === shot)!;
    return describeTake(run, { shot, take, frames: sheet.shot.frames }, parts);
  },

  inspectFaces: async ({ order }, run) => {
    const replacement = await matched(run, order, shotsOf(order));
    const ready = await gathered(run, order);
    const takes = [];
    for (const { shot } of order.shots) {
      const { sheet, ...parts } = await renderedTake(run, order, ready, shot);
      takes.push({ sheet, records: (await readParts(parts)).map(({ record }) => record) });
    }
    const generators = await orderedModels(run, order);
    return inspectFaces(run, order, replacement, { takes, generators });
  },
};
