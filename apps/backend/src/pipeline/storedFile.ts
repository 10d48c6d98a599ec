import { stat } from 'node:fs/promises';
import { fingerprintFile } from './fingerprint.ts';
import type { StoredFile } from './outcomes.ts';
import type { Pieces } from './pieces.ts';
import type { Run } from './run.ts';

/** What is told of a finished piece: its key in storage, its hash, its size. */
export async function storedPiece(run: Run, pieces: Pieces, piece: string): Promise<StoredFile> {
  await pieces.has(piece);
  const path = pieces.pathOf(piece);
  const [sha256, { size }] = [await fingerprintFile(path, run.signal), await stat(path)];
  return { key: run.work.storedKey(pieces, piece), sha256, bytes: size };
}
