import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localFolder } from '../../../apps/backend/src/pipeline/localFolder.ts';
import { Pieces } from '../../../apps/backend/src/pipeline/pieces.ts';
import { partsOf, unfinished, type PartPlace } from '../../../apps/backend/src/pipeline/partPlaces.ts';

let folder: string;
let pieces: Pieces;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-parts-'));
  pieces = await new Pieces(localFolder(folder), 'parts').open();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Two boxes of a MOV, 12 and 20 bytes long. */
const movie = Buffer.alloc(32);
movie.writeUInt32BE(12, 0);
movie.writeUInt32BE(20, 12);

async function place(record: string, part: Uint8Array): Promise<PartPlace[]> {
  const places = partsOf({ start: 0, end: 100 }, 250);
  await writeFile(pieces.pathOf(places[0].record), record);
  await writeFile(pieces.pathOf(places[0].part), part);
  return places;
}

it('does not render a part again that is whole', async () => {
  expect(await unfinished(pieces, await place('{}', movie))).toEqual([]);
});

it.each([
  ['whose end is missing', '{}', movie.subarray(0, 25)],
  ['that is empty', '{}', new Uint8Array()],
  ['that is full of zeros', '{}', new Uint8Array(32)],
  ['whose record was cut short', '{"mou', movie],
])('renders a part again %s', async (_, record, part) => {
  const places = await place(record, part);
  expect(await unfinished(pieces, places)).toEqual(places);
});

it('renders parts that are not there', async () => {
  expect(await unfinished(pieces, partsOf({ start: 0, end: 600 }, 250))).toHaveLength(3);
});
