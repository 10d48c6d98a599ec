import type { DataSource } from 'typeorm';

/** How much there is of each title, which all have a source, a dub, a plan, a script, takes of all shots and a render run. */
export const SIZES = {
  ...{ titles: 1000, shots: 100, notes: 1000, lines: 200, performers: 10, tracks: 200 },
  /** How much there is of the first title, a long film. */
  longFilm: { shots: 2000, lines: 3000, tracks: 6000 },
} as const;

/** Whose all of it is. */
export interface Owner {
  readonly organisation: string;
  readonly person: string;
}

const SHA = `repeat('a', 64)`;

/**
 * Fills an empty database as a house does over years, by `INSERT … SELECT`: a thousand titles, a hundred thousand shots,
 * a million notes. Foreign keys are not checked meanwhile, and the planner gets its statistics at the end.
 */
export async function fill(database: DataSource, { organisation, person }: Owner): Promise<void> {
  const runner = database.createQueryRunner();
  await runner.query('SET session_replication_role = replica');
  for (const [parameters, statement] of FILLING) {
    await runner.query(statement, parameters === 'owner' ? [organisation, person] : [organisation]);
  }
  await runner.query('SET session_replication_role = DEFAULT');
  await runner.release();
  await database.query('VACUUM (ANALYZE)');
}

const { titles, shots, notes, lines, performers, tracks, longFilm } = SIZES;

/** How much there is of something in a title: more in the long film. */
const howMany = (long: number, others: number): string =>
  `CASE titles.name WHEN 'Title 1' THEN ${long} ELSE ${others} END`;

/** What a probe found. */
const FACTS = `jsonb_build_object('width', 1920, 'height', 1080, 'frames', ${shots * 100}, 'seconds', ${(shots * 100) / 24},
  'rate', jsonb_build_object('num', 24, 'den', 1), 'audio', '[]'::jsonb, 'container', 'mov', 'codec', 'h264',
  'format', 'yuv420p', 'variable', false, 'colour', jsonb_build_object('range', 'tv', 'matrix', 'bt709',
  'transfer', 'bt709', 'primaries', 'bt709', 'chromaLocation', 'left'))`;

const RESULT = `jsonb_build_object('take', jsonb_build_object('shot', shots."index", 'take', 1,
    'frames', jsonb_build_object('start', 0, 'end', 10), 'parts', jsonb_build_array(jsonb_build_object(
      'key', 'titles/x/part.mkv', 'sha256', ${SHA}, 'frames', jsonb_build_object('start', 0, 'end', 10)))),
  'preview', jsonb_build_object('key', 'titles/x/take.mp4', 'sha256', ${SHA}, 'bytes', 5),
  'rendered', 10, 'passed', 0, 'untouchedEqual', true, 'bytes', 10)`;

const FLAGS = `'[{"line": 1, "ipa": "m", "frame": 1, "timecode": "01:00:00:01", "performer": "p", "wantedGap": 0, "seenGap": 0.1}]'::jsonb`;

const SPOKEN = `'[{"shot": 1, "frames": {"start": 0, "end": 24}, "performer": null, "doubt": null, "rendered": 24, "passed": []}]'::jsonb`;

const SETTINGS = `'{"delay": 0, "opening": 1, "untouched": [], "leaveAlone": []}'::jsonb`;

const FILLING: readonly (readonly ['organisation' | 'owner', string])[] = [
  [
    'organisation',
    `INSERT INTO titles (id, organisation, name, version)
     SELECT uuidv7(), $1, 'Title ' || n, 1 FROM generate_series(1, ${titles}) n`,
  ],
  [
    'organisation',
    `INSERT INTO sources (id, organisation, title, name, key, sha256, bytes, state, facts, version)
     SELECT uuidv7(), $1, id, 'film.mov', 'uploads/' || id, ${SHA}, 1000, 'ready', ${FACTS}, 1 FROM titles`,
  ],
  [
    'organisation',
    `INSERT INTO shots (id, organisation, source, "index", start, "end")
     SELECT uuidv7(), $1, sources.id, n, n * 100, n * 100 + 100 FROM sources JOIN titles ON titles.id = title,
       generate_series(0, ${howMany(longFilm.shots, shots)} - 1) n`,
  ],
  [
    'organisation',
    `INSERT INTO performers (id, organisation, title, source, mark, name, ignored, version)
     SELECT uuidv7(), $1, title, id, 'performer-' || n, 'Performer ' || n, false, 1
     FROM sources, generate_series(1, ${performers}) n`,
  ],
  [
    'organisation',
    `INSERT INTO face_tracks (id, organisation, source, performer, mark, shot, start, "end", height, frontal)
     SELECT uuidv7(), $1, source, performers.id, performers.id || '-' || n, of_shot, of_shot * 100, of_shot * 100 + 50, 0.2, 0.8
     FROM performers JOIN titles ON titles.id = title,
       generate_series(1, ${howMany(longFilm.tracks / performers, tracks / performers)}) n,
       LATERAL (SELECT n % ${howMany(longFilm.shots, shots)} AS of_shot) its`,
  ],
  [
    'organisation',
    `INSERT INTO characters (id, organisation, title, name, performer, off_screen, version)
     SELECT uuidv7(), $1, title, upper(name), id, false, 1 FROM performers`,
  ],
  [
    'organisation',
    `INSERT INTO dubs (id, organisation, title, source, language, settings, version)
     SELECT uuidv7(), $1, title, id, 'es', '{"fitVoice": false, "voiceAsIs": false}', 1 FROM sources`,
  ],
  [
    'organisation',
    `INSERT INTO stems (id, organisation, dub, kind, name, key, sha256, seconds)
     SELECT uuidv7(), $1, id, 'mix', 'es.wav', 'uploads/' || id, ${SHA}, 400 FROM dubs`,
  ],
  [
    'organisation',
    `INSERT INTO scripts (id, organisation, title, dub, language, name, key, sha256)
     SELECT uuidv7(), $1, title, id, 'es', 'es.srt', 'uploads/' || id, ${SHA} FROM dubs`,
  ],
  [
    'organisation',
    `INSERT INTO lines (id, organisation, script, "index", start, "end", text, off_screen, version)
     SELECT uuidv7(), $1, scripts.id, n, n * 2, n * 2 + 1, 'Una línea del diálogo, la número ' || n, false, 1
     FROM scripts JOIN titles ON titles.id = title, generate_series(0, ${howMany(longFilm.lines, lines)} - 1) n`,
  ],
  [
    'owner',
    `INSERT INTO runs (id, organisation, act, "order", title, dub, state, priority, asked_by, ended_at)
     SELECT uuidv7(), $1, act, '{"shots": []}', title, id, 'done', 50, $2, now()
     FROM dubs, unnest(ARRAY['plan', 'render']) act`,
  ],
  [
    'organisation',
    `INSERT INTO jobs (id, organisation, run, stage, shot, state, priority, capability, worker_seconds)
     SELECT uuidv7(), $1, runs.id, 'renderMouths', "index", 'done', 50, 'cpu', 10
     FROM runs JOIN dubs ON dubs.id = dub JOIN shots ON shots.source = dubs.source WHERE act = 'render'`,
  ],
  [
    'organisation',
    `INSERT INTO plans (id, organisation, dub, run, state, shots, frames, seconds)
     SELECT uuidv7(), $1, dub, id, 'ready', ${shots}, ${shots * 10}, ${shots * 10} FROM runs WHERE act = 'plan'`,
  ],
  [
    'organisation',
    `INSERT INTO planned_shots (id, organisation, plan, shot, frames, seconds, mouths, left_alone, lines, performers)
     SELECT uuidv7(), $1, plans.id, shots.id, 10, 10, 10, 0, ARRAY[shots."index"], '{}'
     FROM plans JOIN dubs ON dubs.id = dub JOIN shots ON shots.source = dubs.source
     ORDER BY plans.id, shots."index"`,
  ],
  [
    'organisation',
    `INSERT INTO planned_lines (id, organisation, plan, "index", start, "end", confidence, fits, spoken, frames,
       mismatch, mismatch_reason, mouths_from, mouths_to)
     SELECT uuidv7(), $1, plans.id, lines."index", lines.start, lines."end", 0.9, true, ${SPOKEN}, 24, 0.5, 'too-open',
       lines."index" * 2000, lines."index" * 2000 + 2000
     FROM plans JOIN scripts ON scripts.dub = plans.dub JOIN lines ON lines.script = scripts.id
     ORDER BY plans.id, lines."index"`,
  ],
  [
    'organisation',
    `INSERT INTO takes (id, organisation, dub, shot, number, state, run, result, settings, performers, flags, version)
     SELECT uuidv7(), $1, dubs.id, shots.id, 1, CASE shots."index" % 3 WHEN 0 THEN 'approved' ELSE 'to-review' END,
       runs.id, ${RESULT}, ${SETTINGS}, '{}', CASE shots."index" % 4 WHEN 0 THEN ${FLAGS} ELSE '[]' END, 1
     FROM dubs JOIN shots ON shots.source = dubs.source JOIN runs ON runs.dub = dubs.id AND act = 'render'`,
  ],
  [
    'owner',
    `INSERT INTO notes (id, organisation, dub, take, start, "end", text, author, version)
     SELECT uuidv7(), $1, dub, id, n, n + 10, 'The lips are late here, see the third word', $2, 1
     FROM takes, generate_series(1, ${notes / shots}) n`,
  ],
  [
    'owner',
    `INSERT INTO verdicts (id, organisation, take, verdict, author)
     SELECT uuidv7(), $1, id, 'approved', $2 FROM takes WHERE state = 'approved'`,
  ],
];
