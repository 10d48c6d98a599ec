import type { Recorder } from '../queue/recorders.ts';

/** Lets the takes of a run keep what a reviewer should look at in their faces, and where their report lies. */
export const recordFaceFlags: Recorder<'inspectFaces'> = async (tx, { id }, _shot, { report, flags }) => {
  await tx.query(
    `UPDATE takes SET report = $2, face_flags = coalesce(
       (SELECT jsonb_agg(flag - 'shot' ORDER BY (flag -> 'frames' ->> 'start')::integer)
        FROM jsonb_array_elements($3::jsonb) flag WHERE (flag ->> 'shot')::integer = shots."index"), '[]')
     FROM shots WHERE run = $1 AND shots.id = takes.shot`,
    [id, JSON.stringify(report), JSON.stringify(flags)],
  );
};
