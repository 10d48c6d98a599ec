import type { Recorder } from '../queue/recorders.ts';

/** Lets the takes of a run keep which of their lips did not reach their shape, and where their report lies. */
export const recordFlags: Recorder<'inspect'> = async (tx, { id }, _shot, { report, lips: { flags } }) => {
  await tx.query(
    `UPDATE takes SET report = $2, flags = coalesce(
       (SELECT jsonb_agg(flag - 'shot' ORDER BY (flag ->> 'frame')::integer)
        FROM jsonb_array_elements($3::jsonb) flag WHERE (flag ->> 'shot')::integer = shots."index"), '[]')
     FROM shots WHERE run = $1 AND shots.id = takes.shot`,
    [id, JSON.stringify(report), JSON.stringify(flags)],
  );
};
