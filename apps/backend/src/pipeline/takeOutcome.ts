import type { TitleRun } from './handlers.ts';
import type { FinishedParts } from './missingParts.ts';
import type { OutcomeOf } from './outcomes.ts';
import { readParts } from './renderedParts.ts';
import { storedPiece } from './storedFile.ts';
import { PREVIEW } from './takePreview.ts';

/** A killed worker loses at most so many frames. */
export const TAKE_PART_FRAMES = 48;

type Described = OutcomeOf['renderMouths'];

/** What is told of a take, of mouths or of faces, whose parts and preview are finished. */
export async function describeTake(
  run: TitleRun,
  about: Pick<Described['take'], 'shot' | 'take' | 'frames'>,
  rendered: FinishedParts,
): Promise<Described> {
  const { pieces, places } = rendered;
  const records = (await readParts(rendered)).map(({ record }) => record);
  const patches = records.flatMap(({ mouths }) => mouths);
  const files = [];
  for (const { part, span } of places)
    files.push({ ...(await storedPiece(run, pieces, part)), frames: span });
  return {
    take: { ...about, parts: files.map(({ key, sha256, frames }) => ({ key, sha256, frames })) },
    preview: await storedPiece(run, pieces, PREVIEW),
    rendered: patches.filter(({ passed }) => passed === null).length,
    passed: patches.filter(({ passed }) => passed !== null).length,
    untouchedEqual: records.every(({ proof }) => proof.source === proof.result),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
