import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { Takes, type NoteRow } from './tables.ts';

/** Makes sure that a note is on frames that there are. @throws Refusal `note-frames` that tells which there are. */
export async function requireFrames(
  tx: EntityManager,
  { dub, take, start, end }: Pick<NoteRow, 'dub' | 'take' | 'start' | 'end'>,
): Promise<void> {
  if (end <= start) {
    throw new Refusal('note-frames', `A note ends after it starts: give an end of ${start + 1} or more.`);
  }
  const there = take === null ? await framesOfFilm(tx, dub) : await framesOfTake(tx, dub, take);
  if (there === null || (start >= there.start && end <= there.end)) return;
  throw new Refusal(
    'note-frames',
    `The ${take === null ? 'film' : 'take'} has the frames ${there.start} to ${there.end - 1}: put the note on some of them.`,
  );
}

interface Frames {
  readonly start: number;
  readonly end: number;
}

/** `null` while nobody knows how long the film is. */
async function framesOfFilm(tx: EntityManager, dub: string): Promise<Frames | null> {
  const [{ end }]: { end: number | null }[] = await tx.query(
    `SELECT max(s."end") AS "end" FROM shots s JOIN dubs d ON d.source = s.source WHERE d.id = $1`,
    [dub],
  );
  return end === null ? null : { start: 0, end };
}

async function framesOfTake(tx: EntityManager, dub: string, id: string): Promise<Frames> {
  const take = await tx.findOneBy(Takes, { id, dub });
  if (take !== null) return take.result.take.frames;
  throw new Refusal('note-take', 'The take is of another dub: write the note there.');
}
