import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { Client } from '../../backend/client.ts';
import { analysisOf, bringFilm, bringUpload } from '../../backend/sampleFilm.ts';
import { doJobs } from '../../backend/toldStages.ts';

/** How much there is of everything in the long film; its shots are short, so that its proxy is soon made. */
export const LONG = { shots: 2000, framesOfShot: 8, performers: 12, tracks: 6000, lines: 3000 } as const;

/** How many of its shots wait for a review; the ninth is the first of them. */
export const TO_REVIEW = 498;

const FRAMES = LONG.shots * LONG.framesOfShot;
const FPS = 24;

interface Owner {
  readonly client: Client;
  readonly organisation: string;
}

/** Makes a title with a film of 2,000 shots and a dub of 3,000 lines, some of it rendered. Returns its id. */
export async function makeLongFilm(platform: Platform, { client, organisation }: Owner): Promise<string> {
  const title = await made(client, '/titles', { name: 'Two thousand shots', language: 'en' });
  const { id: source } = await bringFilm(platform, organisation, title);
  await storeViews(platform);
  await doJobs(
    platform,
    analysisOf({
      shots: [[0, FRAMES]],
      tracks: [Array.from({ length: LONG.performers }, (_, at) => [`t${at}`, 0, FRAMES] as const)],
      performers: Array.from({ length: LONG.performers }, (_, at) => [`t${at}`]),
    }),
  );
  const dub = await made(client, `/titles/${title}/dubs`, { language: 'es' });
  const script = await bringUpload(platform, {
    ...{ organisation, title, purpose: 'script', name: 'es.srt' },
    content: '1\n00:00:00,500 --> 00:00:01,500\nHola.\n',
  });
  await made(client, `/dubs/${dub}/scripts`, { upload: script });
  const values = { $organisation: organisation, $source: source, $dub: dub, $title: title, $run: newId() };
  for (const statement of FILLING) {
    const filled = Object.entries(values).reduce(
      (sql, [name, id]) => sql.replaceAll(name, `'${id}'`),
      statement,
    );
    await platform.database.query(filled);
  }
  return title;
}

async function made(client: Client, path: string, body: object): Promise<string> {
  const answer = await client.post<{ readonly id: string }>(path, body);
  if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

const { shots, framesOfShot, tracks, lines } = LONG;

const TAKE = `jsonb_build_object('take', jsonb_build_object('shot', "index", 'take', 1,
    'frames', jsonb_build_object('start', start, 'end', "end"), 'parts', '[]'::jsonb),
  'preview', jsonb_build_object('key', 'titles/x/take.mp4', 'sha256', repeat('a', 64), 'bytes', 5),
  'rendered', 8, 'passed', 0, 'untouchedEqual', true, 'bytes', 10)`;

/** What a film of that length has in the database, where an analysis and some days of work would put it. */
const FILLING = [
  `DELETE FROM face_tracks WHERE source = $source`,
  `DELETE FROM shots WHERE source = $source`,
  `UPDATE performers SET portrait = NULL WHERE source = $source`,
  `INSERT INTO shots (id, organisation, source, "index", start, "end")
   SELECT uuidv7(), $organisation, $source, n, n * ${framesOfShot}, (n + 1) * ${framesOfShot}
   FROM generate_series(0, ${shots - 1}) n`,
  `INSERT INTO face_tracks (id, organisation, source, performer, mark, shot, start, "end", height, frontal)
   SELECT uuidv7(), $organisation, $source, performers[1 + (n * 7 / 3) % cardinality(performers)], 't-' || n, n % ${shots},
     n % ${shots} * ${framesOfShot}, (n % ${shots} + 1) * ${framesOfShot}, 0.2, 0.8
   FROM generate_series(0, ${tracks - 1}) n,
     (SELECT array_agg(id ORDER BY id) AS performers FROM performers WHERE source = $source) theirs`,
  `INSERT INTO lines (id, organisation, script, "index", start, "end", text, off_screen, version)
   SELECT uuidv7(), $organisation, scripts.id, n, n * ${FRAMES / FPS / lines}, n * ${FRAMES / FPS / lines} + 0.2,
     'Una línea del diálogo, la número ' || n, n % 9 = 0, 1
   FROM scripts, generate_series(1, ${lines - 1}) n WHERE dub = $dub`,
  `INSERT INTO runs (id, organisation, act, "order", title, dub, state, priority, ended_at)
   VALUES ($run, $organisation, 'render', '{"shots": []}', $title, $dub, 'done', 50, now())`,
  `INSERT INTO takes (id, organisation, dub, shot, number, state, run, result, settings, performers, version)
   SELECT uuidv7(), $organisation, $dub, id, 1,
     CASE "index" / 8 % 3 WHEN 0 THEN 'approved' WHEN 1 THEN 'to-review' ELSE 'sent-back' END, $run, ${TAKE},
     '{"delay": 0, "opening": 1, "untouched": [], "leaveAlone": []}', '{}', 1
   FROM shots WHERE source = $source AND "index" % 4 < 3`,
];

/** Puts what browsers look at where the analysis would: a proxy of coloured frames, small pictures, a sound. */
async function storeViews({ storage }: Platform): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mondwerk-long-'));
  const proxy = join(folder, 'proxy.mp4');
  const sheet = join(folder, 'sheet.jpg');
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=s=160x90:r=${FPS}:d=${FRAMES / FPS}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '12', '-pix_fmt', 'yuv420p'],
    ...['-movflags', '+faststart', proxy],
  ]);
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-i', proxy, '-vf', 'fps=1/7,scale=160:90,tile=10x10', '-frames:v', '1', sheet],
  ]);
  const every = FPS * 7;
  const files = {
    'frames.json': JSON.stringify({
      ...{ frames: FRAMES, rate: { num: FPS, den: 1 }, variable: false, timecode: '10:00:00:00' },
      ...{ timeBase: { num: 1, den: FPS }, times: [[1, FRAMES]], keyFrames: [[12, Math.ceil(FRAMES / 12)]] },
    }),
    'thumbnails.json': JSON.stringify({
      ...{ width: 160, height: 90, columns: 10, rows: 10, sheets: ['sheet-0.jpg'] },
      frames: Array.from({ length: Math.floor(FRAMES / every) }, (_, at) => at * every),
    }),
    'peaks.bin': Uint8Array.from({ length: (FRAMES / FPS) * 200 }, (_, at) => (at % 2 === 0 ? 256 - 40 : 40)),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  for (const [name, key] of [
    ...Object.keys(files).map((each) => [each, each]),
    ['proxy.mp4', 'proxy.mp4'],
    ['sheet.jpg', 'sheet-0.jpg'],
  ]) {
    const draft = await storage.draftFile(`titles/x/${key}`);
    await copyFile(join(folder, name), draft);
    await storage.keep(draft, `titles/x/${key}`);
  }
  await rm(folder, { recursive: true, force: true });
}
