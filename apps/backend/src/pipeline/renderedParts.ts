import { readFile } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import type { Encoding, Film, SpliceSource } from '@mondwerk/media';
import type { CheckedFilm } from './checkedFilm.ts';
import type { PartRecord } from './filmPart.ts';
import type { Room } from './fingerprint.ts';
import { makeMissingParts, type FinishedParts } from './missingParts.ts';
import { partsOf, showing } from './partPlaces.ts';
import { renderParts, type PartsToRender } from './partRun.ts';
import type { Run } from './run.ts';

/** A finished part: its file, and what was done in it. */
export interface RenderedPart {
  readonly path: string;
  readonly record: PartRecord;
}

/** Which parts of a film are rendered, and how they are written. */
export interface RenderedStretch {
  readonly stretch: FrameSpan;
  /** Only these frames of the stretch, between pictures that are copied; left out: all of it. */
  readonly between?: { readonly source: SpliceSource; readonly coded: readonly FrameSpan[] };
  readonly encoding: Encoding;
  /** The film whose times the parts get, where it is not the one that is read. */
  readonly timed?: Film;
  /** How many frames a part has at most. */
  readonly partFrames: number;
  /** What decides the pictures, besides the film and what is planned and wished for each frame. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What makes the pictures of a stretch. */
export interface PartMaking {
  readonly stage: string;
  readonly rooms: readonly Room[];
  /** Tells spans apart by what is to be seen in them. */
  readonly tell: (span: FrameSpan) => string;
  /** Opens what renders some spans. */
  readonly open: (
    spans: readonly FrameSpan[],
  ) => Promise<Pick<PartsToRender, 'renderer' | 'inspector' | 'before'>>;
}

/**
 * Renders a stretch in parts, leaving out those that an earlier run had finished with the same to be seen in them, however
 * much else has changed meanwhile.
 */
export function renderPartsOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  { stretch, between, encoding, timed, partFrames, inputs }: RenderedStretch,
  { stage, rooms, tell, open }: PartMaking,
): Promise<FinishedParts> {
  const { codec, profile, setId } = between?.source ?? {};
  const told = {
    film: filmHash,
    encoding,
    ...(between && { between: { codec, profile, setId } }),
    ...inputs,
  };
  const spans = between?.coded ?? [stretch];
  const places = showing(
    spans.flatMap((span) => partsOf(span, partFrames)),
    tell,
  );
  return makeMissingParts(run, { stage, inputs: told, rooms }, places, async (pieces, missing, onFrame) => {
    const opened = await open(missing.map(({ span }) => span));
    const parts = { film, encoding, between: between?.source, pieces, missing, ...(timed && { timed }) };
    await renderParts(run, { ...parts, ...opened }, onFrame);
  });
}

/** What was done in each of some finished parts. */
export const readParts = ({ pieces, places }: FinishedParts): Promise<RenderedPart[]> =>
  Promise.all(
    places.map(async ({ part, record }) => ({
      path: pieces.pathOf(part),
      record: JSON.parse(await readFile(pieces.pathOf(record), 'utf8')) as PartRecord,
    })),
  );
