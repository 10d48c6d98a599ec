import { writeFile } from 'node:fs/promises';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { Client } from '../../backend/client.ts';
import { analysisOf, bringFilm, type ToldFilm } from '../../backend/sampleFilm.ts';
import { doJobs } from '../../backend/toldStages.ts';
import { storeFaces } from './invented.ts';

const SHOT = 48;

/** Who is seen in which shots, how high their face is of 1080 pixels, and for how many frames of each shot. */
type Appearance = readonly [shots: readonly number[], height: number, frames?: number];

/** Five people with lines, and three whom one sees for a moment. */
const CAST: readonly Appearance[] = [
  [[0, 1, 3, 5, 6, 9], 620],
  [[2, 4, 7, 9], 410],
  [[3, 8, 10], 300],
  [[1, 11], 180],
  [[6, 10], 90],
  [[4], 70, 20],
  [[7], 60, 16],
  [[8], 50, 12],
];

const SHOTS = 12;
const FRAMES = SHOTS * SHOT;

/** The film as the pipeline tells of it: track `NUMBER-SHOT` is the person of that number. */
function toldFilm(): ToldFilm {
  const shots = Array.from({ length: SHOTS }, (_, shot) => [shot * SHOT, (shot + 1) * SHOT] as const);
  const tracksIn = (shot: number) =>
    CAST.flatMap(([own, height, frames = SHOT], who) =>
      own.includes(shot) ? [[`${who}-${shot}`, shot * SHOT, shot * SHOT + frames, height] as const] : [],
    );
  return {
    shots,
    tracks: shots.map((_, shot) => tracksIn(shot)),
    performers: CAST.map(([own], who) => own.map((shot) => `${who}-${shot}`)),
  };
}

/** Every frame is as long as the others; the first is called 10:00:00:00. */
const INDEX = {
  ...{ frames: FRAMES, variable: false, timecode: '10:00:00:00' },
  ...{ rate: { num: 24, den: 1 }, timeBase: { num: 24, den: 1 } },
  ...{ times: [[1, FRAMES]], keyFrames: [[SHOT, SHOTS]] },
};

/** Puts what the page shows of the film where the analysis would. */
export async function storeCastFilm(platform: Platform): Promise<void> {
  await storeFaces(
    platform,
    toldFilm()
      .tracks.flat()
      .map(([track]) => track),
  );
  const draft = await platform.storage.draftFile('titles/x/frames.json');
  await writeFile(draft, JSON.stringify(INDEX));
  await platform.storage.keep(draft, 'titles/x/frames.json');
}

interface Made {
  readonly id: string;
}

/** Makes a title with that film, dubbed into some languages. Returns its id. */
export async function makeCast(
  platform: Platform,
  { client, organisation }: { readonly client: Client; readonly organisation: string },
  languages: readonly string[] = [],
): Promise<string> {
  const { body } = await client.post<Made>('/titles', { name: 'The Lighthouse', language: 'en' });
  await bringFilm(platform, organisation, body.id);
  await doJobs(platform, analysisOf(toldFilm()));
  for (const language of languages) await client.post(`/titles/${body.id}/dubs`, { language });
  return body.id;
}
