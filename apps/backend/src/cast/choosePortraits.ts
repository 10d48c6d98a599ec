import type { EntityManager } from 'typeorm';

/** Gives each performer of a source the picture of their largest and most frontal face. */
export async function choosePortraits(tx: EntityManager, source: string): Promise<void> {
  await tx.query(
    `UPDATE performers SET portrait = (
       SELECT track.portrait FROM face_tracks track
       WHERE track.performer = performers.id AND track.portrait IS NOT NULL
       ORDER BY track.height * coalesce(track.frontal, 0.5) DESC, track.id LIMIT 1)
     WHERE source = $1`,
    [source],
  );
}
