import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { ClaimedJob } from '../../../apps/backend/src/queue/claimJob.ts';
import { recordRights } from '../../backend/lighthouse.ts';
import type { Client } from '../../backend/client.ts';
import { analysisOf, bringFilm, bringUpload, type ToldFilm } from '../../backend/sampleFilm.ts';
import { mouthsFile, PLANNED_FILES, toldLines, toldVoice } from '../../backend/toldLines.ts';
import { doJobs, type Told } from '../../backend/toldStages.ts';
import { makeNumberedFilm, TAKES } from '../player/numberedFilms.ts';

/** Shots 1 and 2 are those of the takes of the numbered film; before and behind them nobody speaks. */
const FILM: ToldFilm = {
  shots: [
    [0, 10],
    [TAKES[0].start, TAKES[0].end],
    [TAKES[1].start, TAKES[1].end],
    [45, 72],
  ],
  tracks: [[], [['ana', 10, 31, 40]], [['ben', 31, 45, 30]], []],
  performers: [['ana'], ['ben']],
};

const SCRIPT = '1\n00:00:00,500 --> 00:00:01,200\nMamá.\n\n2\n00:00:01,400 --> 00:00:01,800\nAdiós.\n';

/** The lips of the m in the first take; they do not close. */
export const FLAGGED_FRAME = 20;

/** A dub of the numbered film with a take of both shots in which somebody speaks. */
export interface ReviewedDub {
  readonly title: string;
  readonly dub: string;
  /** Renders what waits, as a worker would that needs no time. */
  readonly render: () => Promise<void>;
}

interface Made {
  readonly id: string;
}

/** Makes one through the API, with films that really show their numbers and stages that tell at once. */
export async function makeReviewedDub(
  platform: Platform,
  { client, organisation }: { readonly client: Client; readonly organisation: string },
  folder: string,
): Promise<ReviewedDub> {
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await client.post<Made>(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const title = await made('/titles', { name: 'The Numbers', language: 'en' });
  await storeFilm(platform, folder);
  await bringFilm(platform, organisation, title);
  await doJobs(platform, { ...analysisOf(FILM), probe: toldFacts });
  const { body } = await client.get<{ items: Made[] }>(`/titles/${title}/performers`);
  const performers = body.items.map(({ id }) => id);
  for (const performer of performers) await recordRights(client, performer);
  const dub = await made(`/titles/${title}/dubs`, { language: 'es' });
  const bring = (purpose: 'stem' | 'script', name: string, content: string) =>
    bringUpload(platform, { organisation, title, purpose, name, content, facts: { seconds: 3 } });
  await made(`/dubs/${dub}/stems`, { upload: await bring('stem', 'voice.wav', 'voice'), kind: 'mix' });
  await made(`/dubs/${dub}/scripts`, { upload: await bring('script', 'es.srt', SCRIPT) });
  const plan = await made(`/dubs/${dub}/plans`, {});
  await keep(platform, PLANNED_FILES.mouths.key, Buffer.from(mouthsFile(performers[0])));
  await doJobs(platform, planOf(performers));
  const render = async (): Promise<void> => void (await doJobs(platform, rendered(performers)));
  await made(`/plans/${plan}/renders`, {});
  await render();
  return { title, dub, render };
}

/** Puts the films where the pipeline would. */
async function storeFilm(platform: Platform, folder: string): Promise<void> {
  await makeNumberedFilm(folder, 'cinema');
  const places = {
    'cinema.mp4': 'titles/x/proxy.mp4',
    'cinema.json': 'titles/x/frames.json',
    'cinema.m4a': PLANNED_FILES.voice.key,
    'cinema-take0.mp4': 'titles/x/takes/1.mp4',
    'cinema-take1.mp4': 'titles/x/takes/2.mp4',
  };
  for (const [name, key] of Object.entries(places)) {
    await keep(platform, key, await readFile(join(folder, name)));
  }
  const sheets = { width: 16, height: 10, columns: 10, rows: 10, frames: [], sheets: [] };
  await keep(platform, 'titles/x/thumbnails.json', Buffer.from(JSON.stringify(sheets)));
}

async function keep({ storage }: Platform, key: string, content: Buffer): Promise<void> {
  const draft = await storage.draftFile(key);
  await writeFile(draft, content);
  await storage.keep(draft, key);
}

const stored = (key: string) => ({ key, sha256: key.padEnd(64, '0').slice(-64), bytes: 1 });

const toldFacts = (): OutcomeOf['probe'] => ({
  ...(analysisOf(FILM).probe!({} as ClaimedJob) as OutcomeOf['probe']),
  ...{ width: 160, height: 96, frames: 72, seconds: 3.003, rate: { num: 24_000, den: 1001 } },
});

const spoken = TAKES.map((frames, at) => ({ shot: at + 1, frames: { ...frames } }));

const planOf = (performers: readonly string[]): Told => ({
  alignSpeech: () => ({ driftAtEnd: null, lines: [] }),
  makeVoice: toldVoice,
  castPerformers: () => ({ spoken: [] }),
  buildAtlas: () => ({ performers: [] }),
  cueMouths: () => ({ shots: [1, 2], cues: 1, stale: [] }),
  planLines: () => ({
    ...toldLines(performers),
    shots: spoken.map(({ shot, frames }, at) => ({
      ...{ shot, frames, performers: [performers[at]], lines: [at] },
      ...{ mouths: 10, left: 0, workSeconds: 5 },
    })),
  }),
});

const rendered = (performers: readonly string[]): Told => ({
  gatherSources: () => ({ cutouts: 1, bytes: 1 }),
  renderMouths: ({ order, shot }) => {
    const asked = (order as { shots: { shot: number; take: number }[] }).shots.find(
      (each) => each.shot === shot,
    )!;
    const { frames } = spoken.find((each) => each.shot === shot)!;
    return {
      take: { ...asked, frames, parts: [{ key: 'part.mkv', sha256: 'b'.repeat(64), frames }] },
      preview: stored(`titles/x/takes/${shot}.mp4`),
      ...{ rendered: 10, passed: 0, untouchedEqual: true, bytes: 1000 },
    };
  },
  inspect: () => ({
    report: stored('report.json'),
    lips: {
      ...{ checked: 2, reached: 1 },
      flags: [
        {
          ...{ shot: 1, line: 0, ipa: 'm', frame: FLAGGED_FRAME, timecode: '00:00:00:20' },
          ...{ performer: performers[0], wantedGap: 0.01, seenGap: 0.2 },
        },
      ],
    },
    untouchedEqual: true,
  }),
});
