import { writeFile } from 'node:fs/promises';
import type { OutcomeOf } from '../../apps/backend/src/pipeline/outcomes.ts';
import { Performers } from '../../apps/backend/src/cast/tables.ts';
import type { Platform } from '../../apps/backend/src/platform.ts';
import type { ClaimedJob } from '../../apps/backend/src/queue/claimJob.ts';
import { Shots } from '../../apps/backend/src/titles/tables.ts';
import type { Client } from './client.ts';
import { analysisOf, bringFilm, bringUpload, TWO_PEOPLE } from './sampleFilm.ts';
import { toldLines, toldVoice } from './toldLines.ts';
import { doJobs, type Told } from './toldStages.ts';

/** A dub into Latin American Spanish that has been planned: two people in three shots, both of them in the last. */
export interface Lighthouse {
  readonly title: string;
  readonly source: string;
  readonly dub: string;
  readonly plan: string;
  /** Ana, who is in shots 0 and 2, and Ben, who is in shots 1 and 2. */
  readonly performers: readonly [ana: string, ben: string];
  /** By their numbers. */
  readonly shots: readonly string[];
  /** Plans it once more, from what it has now. */
  readonly planAgain: () => Promise<string>;
}

interface Ids {
  readonly id: string;
}

const SCRIPT = ['00:00:00,500 --> 00:00:01,500\nHola.', '00:00:03,000 --> 00:00:04,000\nAdiós.']
  .map((cue, at) => `${at + 1}\n${cue}\n`)
  .join('\n');

/** Makes one through the API, with stages that tell at once what they would have found. */
export async function makeLighthouse(
  platform: Platform,
  producer: Client,
  organisation: string,
): Promise<Lighthouse> {
  const { manager } = platform.database;
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await producer.post<Ids>(path, body);
    if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const title = await made('/titles', { name: 'The Lighthouse', language: 'en' });
  const { id: source } = await bringFilm(platform, organisation, title);
  await doJobs(platform, analysisOf(TWO_PEOPLE));
  const rows = await manager.find(Performers, { where: { source }, order: { mark: 'ASC' } });
  const [ana, ben] = rows.map(({ id }) => id);
  for (const [id, name] of [
    [ana, 'Ana López'],
    [ben, 'Ben Okri'],
  ]) {
    await manager.update(Performers, { id }, { name });
  }
  const dub = await made(`/titles/${title}/dubs`, { language: 'es-419' });
  const bring = (purpose: 'stem' | 'script', name: string, content: string, facts: object) =>
    bringUpload(platform, { organisation, title, purpose, name, content, facts });
  const stem = await bring('stem', 'voice.wav', 'voice', { seconds: 10 });
  await made(`/dubs/${dub}/stems`, { upload: stem, kind: 'mix' });
  await made(`/dubs/${dub}/scripts`, { upload: await bring('script', 'es.srt', SCRIPT, {}) });
  const planAgain = async (): Promise<string> => {
    const id = await made(`/dubs/${dub}/plans`, {});
    await doJobs(platform, planOf([[ana], [ben], [ana, ben]]));
    return id;
  };
  const plan = await planAgain();
  const shots = await manager.find(Shots, { where: { source }, order: { index: 'ASC' } });
  return { title, source, dub, plan, performers: [ana, ben], shots: shots.map(({ id }) => id), planAgain };
}

const framesOf = (shot: number) => {
  const [start, end] = TWO_PEOPLE.shots[shot];
  return { start, end };
};

/** What the stages of a plan tell that renders these performers in the shots. */
export const planOf = (performers: readonly (readonly string[])[]): Told => ({
  alignSpeech: () => ({ driftAtEnd: null, lines: [] }),
  makeVoice: toldVoice,
  castPerformers: () => ({ spoken: [] }),
  buildAtlas: () => ({ performers: [] }),
  cueMouths: () => ({ shots: performers.map((_, shot) => shot), cues: 1, stale: [] }),
  planLines: () => ({
    ...toldLines(performers.flat()),
    shots: performers.map((own, shot) => ({
      ...{ shot, frames: framesOf(shot), performers: [...own], lines: [shot] },
      ...{ mouths: 10, left: 0, workSeconds: 5 },
    })),
  }),
});

const SUM = 'b'.repeat(64);
const stored = (key: string) => ({ key, sha256: SUM, bytes: 7 });

/** What a rendered shot tells. */
export function renderedShot({ run, shot, order }: ClaimedJob): OutcomeOf['renderMouths'] {
  const asked = (order as { shots: { shot: number; take: number }[] }).shots.find(
    (each) => each.shot === shot,
  )!;
  const frames = framesOf(asked.shot);
  return {
    take: { ...asked, frames, parts: [{ key: `takes/${run}/${shot}/part-0.mkv`, sha256: SUM, frames }] },
    preview: stored(`takes/${run}/${shot}/preview.mp4`),
    ...{ rendered: 10, passed: 0, untouchedEqual: true, bytes: 1000 },
  };
}

/** What the stages of a render tell. */
export const RENDERED: Told = {
  gatherSources: () => ({ cutouts: 1, bytes: 1 }),
  renderMouths: renderedShot,
  inspect: () => ({
    report: stored('report.json'),
    lips: { checked: 0, reached: 0, flags: [] },
    untouchedEqual: true,
  }),
};

/** What the stages of a delivery tell that holds these files. */
export const deliveredWith = (files: OutcomeOf['seal']['files']): Told => ({
  conformVoice: () => ({ conformed: false }),
  conformFilm: () => ({ parts: 1, frames: 240, fromTakes: 48 }),
  seal: () => ({ film: stored('film.mp4'), files, frames: 240, changed: [] }),
});

/** Puts a file into storage. */
export async function store({ storage }: Platform, key: string, content: string): Promise<void> {
  const draft = await storage.draftFile(key);
  await writeFile(draft, content);
  await storage.keep(draft, key);
}

/** Records that a performer may be dubbed into a language. Returns the id of the basis. */
export async function recordRights(
  producer: Client,
  performer: string,
  changes: object = {},
): Promise<string> {
  const { body, status } = await producer.post<Ids>(`/performers/${performer}/rights`, {
    kind: 'consent',
    languages: ['es'],
    validFrom: '2026-01-01',
    signer: 'Somebody',
    signedOn: '2025-12-20',
    ...changes,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
