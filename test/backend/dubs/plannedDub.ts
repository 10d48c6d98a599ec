import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { Client } from '../client.ts';
import { analysisOf, bringFilm, bringUpload, TWO_PEOPLE, type ToldFilm } from '../sampleFilm.ts';
import { toldLines, toldVoice } from '../toldLines.ts';
import { doJobs, type Told } from '../toldStages.ts';

/** A dub that has all that it needs to be planned. */
export interface ReadyDub {
  readonly title: string;
  readonly source: string;
  readonly dub: string;
  readonly script: string;
  readonly performers: readonly string[];
}

/** Two characters, three lines. */
export const SCRIPT = `1
00:00:00,500 --> 00:00:01,500
ANNA: Buenos días.

2
00:00:02,000 --> 00:00:04,000
BEN: Buenos días, Anna.

3
00:00:05,000 --> 00:00:07,000
ANNA: ¿Qué tal?
`;

const idOf = async (answered: Promise<{ readonly body: { readonly id: string } }>): Promise<string> =>
  (await answered).body.id;

/** Makes a title with an analysed film, a Spanish voice and script, all through the API but for the files. */
export async function readyDub(
  platform: Platform,
  client: Client,
  organisation: string,
  film: ToldFilm = TWO_PEOPLE,
): Promise<ReadyDub> {
  const title = await idOf(client.post('/titles', { name: 'A film', language: 'en' }));
  const { id: source } = await bringFilm(platform, organisation, title);
  await doJobs(platform, analysisOf(film));
  const dub = await idOf(client.post(`/titles/${title}/dubs`, { language: 'es' }));
  const about = { organisation, title };
  const voice = await bringUpload(platform, {
    ...{ ...about, purpose: 'stem', name: 'es.wav' },
    facts: { seconds: film.shots.at(-1)![1] / 24, channels: 1, sampleRate: 48_000 },
  });
  await client.post(`/dubs/${dub}/stems`, { upload: voice });
  const upload = await bringUpload(platform, {
    ...about,
    purpose: 'script',
    name: 'es.srt',
    content: SCRIPT,
  });
  const script = await idOf(client.post(`/dubs/${dub}/scripts`, { upload }));
  const { body } = await client.get<{ items: { id: string }[] }>(`/titles/${title}/performers`);
  return { title, source, dub, script, performers: body.items.map(({ id }) => id) };
}

/** What the stages of a plan tell: each shot is rendered from its first frame on, as many mouths as `mouths` says. */
export function planOf(mouths: readonly number[], film: ToldFilm = TWO_PEOPLE): Told {
  const shots = (performers: readonly string[]): OutcomeOf['planLines']['shots'] =>
    mouths.map((count, shot) => ({
      ...{ shot, mouths: count, left: 2, workSeconds: count / 10, lines: [shot] },
      frames: { start: film.shots[shot][0], end: film.shots[shot][0] + count },
      performers: [performers[shot % performers.length]],
    }));
  return {
    alignSpeech: () => ({ driftAtEnd: null, lines: [] }),
    makeVoice: toldVoice,
    castPerformers: () => ({ spoken: [] }),
    buildAtlas: () => ({ performers: [] }),
    cueMouths: () => ({ shots: [], cues: 0, stale: [] }),
    planLines: ({ order }) => {
      const performers = (order as PlanOrder).performers!.map(({ id }) => id);
      return { ...toldLines(performers), shots: shots(performers) };
    },
  };
}

/** Plans a dub. Returns the plan's id. */
export async function plannedDub(
  platform: Platform,
  client: Client,
  dub: string,
  mouths: readonly number[],
): Promise<string> {
  const plan = await idOf(client.post(`/dubs/${dub}/plans`));
  await doJobs(platform, planOf(mouths));
  return plan;
}
