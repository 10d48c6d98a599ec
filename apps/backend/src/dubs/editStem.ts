import { IsNull, Not, type EntityManager } from 'typeorm';
import { edit } from '../database/edit.ts';
import { Sources } from '../titles/tables.ts';
import { checkCharacter } from './addStem.ts';
import { checkStemLength } from './filmLength.ts';
import { Dubs, Stems, type DubRow, type StemRow } from './tables.ts';

/** What people change of an audio file: what it is, and whose voice. */
export interface StemChanges {
  readonly kind?: StemRow['kind'] | undefined;
  readonly character?: string | null | undefined;
}

/**
 * Says of an audio file what it is, or whose voice. A file that was just that becomes what this one was, so that two that
 * were taken for each other change places; of dialogue that is nobody's own there may be several. @throws Refusal `version-stale`, `voice-length`, `request-invalid`.
 */
export async function editStem(
  tx: EntityManager,
  { id, expected }: { readonly id: string; readonly expected: number },
  changes: StemChanges,
): Promise<StemRow> {
  const { dub: dubId } = await tx.findOneByOrFail(Stems, { id });
  const dub = await tx.findOneOrFail(Dubs, { where: { id: dubId }, lock: { mode: 'pessimistic_write' } });
  const before = await tx.findOneByOrFail(Stems, { id });
  const kind = changes.kind ?? before.kind;
  const named = changes.character === undefined ? before.character : changes.character;
  // What is not dialogue any more is nobody's own, unless somebody says so, which is refused.
  const character = kind !== 'dialogue' && changes.character === undefined ? null : named;
  await checkCharacter(tx, dub, { kind, character });
  const place = { dub: dub.id, kind, character: character ?? IsNull(), id: Not(id) };
  const other = kind === 'dialogue' && character === null ? null : await tx.findOneBy(Stems, place);
  await checkLengths(tx, dub, [{ ...before, kind }, ...(other ? [{ ...other, kind: before.kind }] : [])]);
  const changed = await edit(tx, Stems, { id, expected }, { kind, character });
  if (other !== null) await tx.save(Stems, { ...other, kind: before.kind, character: before.character });
  return changed;
}

async function checkLengths(tx: EntityManager, dub: DubRow, stems: readonly StemRow[]): Promise<void> {
  if (dub.settings.fitVoice) return;
  const source = await tx.findOneByOrFail(Sources, { id: dub.source });
  for (const stem of stems) if (stem.kind !== 'music-and-effects') checkStemLength(stem, source);
}
