import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Refusal } from '@mondwerk/film';
import type { PlanOrder, RenderOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { Client } from '../../backend/client.ts';
import { analysisOf, bringFilm, bringUpload, type ToldFilm } from '../../backend/sampleFilm.ts';
import { PLANNED_FILES, toldVoice } from '../../backend/toldLines.ts';
import { doJobs, type Told } from '../../backend/toldStages.ts';
import { storeFaces } from '../cast/invented.ts';

const SHOT = 48;
const SHOTS = 6;

/** Anna and Ben, alone in turns, together in the third shot; nobody in the last. A track is called WHO-SHOT. */
const FILM: ToldFilm = {
  shots: Array.from({ length: SHOTS }, (_, at) => [at * SHOT, (at + 1) * SHOT] as const),
  tracks: [
    [['0-0', 0, 48, 540]],
    [['1-1', 48, 96, 400]],
    [
      ['0-2', 96, 144, 300],
      ['1-2', 96, 144, 300],
    ],
    [['0-3', 144, 192, 500]],
    [['1-4', 192, 240, 90]],
    [],
  ],
  performers: [
    ['0-0', '0-2', '0-3'],
    ['1-1', '1-2', '1-4'],
  ],
};

type Line = OutcomeOf['planLines']['lines'][number];

interface ToldLine extends Partial<Pick<Line, 'problem' | 'mismatch' | 'mismatchReason' | 'leftOut'>> {
  readonly text: string;
  /** In which shot it is heard; `null` for none. */
  readonly shot: number | null;
  /** Which of the two performers says it; `null` for nobody who is seen. */
  readonly who: 0 | 1 | null;
  readonly doubt?: string | null;
}

/** What is said, each line in a shot of its own; the last is not in the voice. */
const LINES: readonly ToldLine[] = [
  { text: 'Mamá, ¿me oyes?', shot: 0, who: 0, mismatch: 0.72, mismatchReason: 'lips-open' },
  { text: 'Sí, te oigo.', shot: 1, who: 1, mismatch: 0.04, mismatchReason: 'fits' },
  {
    ...{ text: 'Entonces ven.', shot: 2, who: 0, mismatch: 0.45, mismatchReason: 'too-closed' },
    doubt: 'of 2 faces, the one whose mouth moved most was taken',
  },
  { text: 'No puedo.', shot: 3, who: 0, mismatch: 0.31, mismatchReason: 'too-open', problem: 'other-words' },
  { text: 'Pues voy yo.', shot: 4, who: 1, leftOut: 'nothing-trusted' },
  { text: 'Espérame.', shot: 5, who: null, leftOut: 'no-face', doubt: 'no face is on the screen meanwhile' },
  { text: 'Adiós.', shot: null, who: null, leftOut: 'not-heard', problem: 'not-heard' },
];

const time = (seconds: number): string => `00:00:${seconds.toFixed(3).padStart(6, '0').replace('.', ',')}`;

const SCRIPT = LINES.map(
  ({ text, who }, at) =>
    `${at + 1}\n${time(at * 1.5)} --> ${time(at * 1.5 + 1)}\n${who === null ? 'VOICE' : ['ANNA', 'BEN'][who]}: ${text}\n`,
).join('\n');

/** A dub that can be planned, with what its film shows. */
export interface PlannableDub {
  readonly title: string;
  readonly dub: string;
  readonly performers: readonly string[];
}

interface Owner {
  readonly client: Client;
  readonly organisation: string;
}

interface Made {
  readonly id: string;
}

/** Makes one through the API, but for its files. */
export async function makePlannableDub(
  platform: Platform,
  { client, organisation }: Owner,
  name: string,
): Promise<PlannableDub> {
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await client.post<Made>(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const title = await made('/titles', { name, language: 'en' });
  await bringFilm(platform, organisation, title);
  await doJobs(platform, analysisOf(FILM));
  const dub = await made(`/titles/${title}/dubs`, { language: 'es' });
  const bring = (purpose: 'stem' | 'script', file: string, content: string) =>
    bringUpload(platform, {
      ...{ organisation, title, purpose, name: file, content },
      facts: { seconds: (SHOT * SHOTS) / 24, channels: 1, sampleRate: 48_000 },
    });
  await made(`/dubs/${dub}/stems`, { upload: await bring('stem', 'es.wav', 'voice') });
  await made(`/dubs/${dub}/scripts`, { upload: await bring('script', 'es.srt', SCRIPT) });
  const { body } = await client.get<{ items: Made[] }>(`/titles/${title}/performers`);
  return { title, dub, performers: body.items.map(({ id }) => id) };
}

/** Puts what the page shows of such films where the analysis would: faces, small pictures, when each frame is. */
export async function storePictures(platform: Platform): Promise<void> {
  await storeFaces(
    platform,
    FILM.tracks.flat().map(([track]) => track),
  );
  const frames = SHOT * SHOTS;
  const index = {
    ...{ frames, variable: false, timecode: '10:00:00:00', rate: { num: 24, den: 1 } },
    ...{ timeBase: { num: 1, den: 24 }, times: [[1, frames]], keyFrames: [[SHOT, SHOTS]] },
  };
  const sheets = { width: 160, height: 90, columns: 1, rows: 1, frames: [0], sheets: ['sheet-0.jpg'] };
  await keep(platform, 'titles/x/frames.json', JSON.stringify(index));
  await keep(platform, 'titles/x/thumbnails.json', JSON.stringify(sheets));
  const draft = await platform.storage.draftFile('titles/x/sheet-0.jpg');
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=1:d=1', '-frames:v', '1'],
    ...['-f', 'mjpeg', draft],
  ]);
  await platform.storage.keep(draft, 'titles/x/sheet-0.jpg');
}

async function keep({ storage }: Platform, key: string, content: string): Promise<void> {
  const draft = await storage.draftFile(key);
  await writeFile(draft, content);
  await storage.keep(draft, key);
}

const framesOf = (shot: number) => ({ start: shot * SHOT, end: (shot + 1) * SHOT });

function told(line: ToldLine, at: number, performers: readonly string[]): Line {
  const {
    shot,
    who,
    doubt = null,
    mismatch = null,
    mismatchReason = null,
    leftOut = null,
    problem = null,
  } = line;
  const count = leftOut === null ? 24 : 0;
  const heard = { performer: who === null ? null : performers[who], doubt, rendered: count, passed: [] };
  return {
    ...{ line: at, span: { start: at * 2, end: at * 2 + 1 }, confidence: 0.9, rendered: count },
    ...{
      fits: problem === null,
      problem,
      lateBy: null,
      mismatch,
      mismatchReason,
      leftOut,
      bytes: { start: 0, end: 2 },
    },
    spoken: shot === null ? [] : [{ shot, ...heard, frames: { start: shot * SHOT, end: shot * SHOT + 24 } }],
  };
}

/** What the stages of a plan tell of that film. */
export const planned: Told = {
  alignSpeech: () => ({ driftAtEnd: null, lines: [] }),
  makeVoice: toldVoice,
  castPerformers: () => ({ spoken: [] }),
  buildAtlas: () => ({ performers: [] }),
  cueMouths: () => ({ shots: [], cues: 0, stale: [] }),
  planLines: ({ order }) => {
    const performers = (order as PlanOrder).performers!.map(({ id }) => id);
    const { key } = PLANNED_FILES.mouths;
    return {
      lines: LINES.map((line, at) => told(line, at, performers)),
      mouths: { key, sha256: 'a'.repeat(64), bytes: 2 },
      shots: LINES.flatMap(({ shot, who, leftOut }, at) =>
        shot === null || who === null
          ? []
          : [
              {
                ...{ shot, frames: framesOf(shot), lines: [at], performers: [performers[who]], left: 0 },
                ...{ mouths: leftOut === undefined ? SHOT : 0, workSeconds: 10 },
              },
            ],
      ),
    };
  },
};

const stored = (key: string) => ({ key, sha256: 'b'.repeat(64), bytes: 5 });

/** What the stages of a render tell; some shots cannot be rendered because the disk is full. */
export const rendered = (failing: readonly number[] = []): Told => ({
  gatherSources: () => ({ cutouts: 1, bytes: 1 }),
  renderMouths: ({ shot, order }) => {
    if (failing.includes(shot!))
      return new Refusal('disk-full', 'The disk is full: make room and try again.');
    const { take } = (order as RenderOrder).shots.find((each) => each.shot === shot)!;
    const frames = framesOf(shot!);
    return {
      take: { shot: shot!, take, frames, parts: [{ ...stored('titles/x/part.mkv'), frames }] },
      preview: stored('titles/x/take.mp4'),
      ...{ rendered: SHOT, passed: 0, untouchedEqual: true, bytes: 10 },
    };
  },
  inspect: () => ({
    report: stored('titles/x/report.json'),
    lips: { checked: 0, reached: 0, flags: [] },
    untouchedEqual: true,
  }),
});
