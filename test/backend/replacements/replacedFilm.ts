import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import type { Client } from '../client.ts';
import { recordRights, renderedShot, RENDERED } from '../lighthouse.ts';
import { analysisOf, bringFilm, bringUpload, TWO_PEOPLE } from '../sampleFilm.ts';
import { doJobs, type Told } from '../toldStages.ts';

/** A title in whose film Ana shall have Carla's face, whom the film does not show. */
export interface ReplacedFilm {
  readonly title: string;
  readonly source: string;
  /** Ana, who is in shots 0 and 2, and Ben, who is in shots 1 and 2. */
  readonly ana: string;
  readonly ben: string;
  /** Named without being seen. */
  readonly carla: string;
  /** Footage of Carla. */
  readonly footage: string;
}

/** What was agreed to where a face is replaced or shown. */
export const WHOLE_FACE = { extent: 'whole-face', languages: null } as const;

const made = async (client: Client, path: string, body: object): Promise<string> => {
  const answer = await client.post<{ id: string }>(path, body);
  if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
};

/** Makes one through the API, with an analysis that tells at once what it would have found. */
export async function makeReplacedFilm(
  platform: Platform,
  producer: Client,
  organisation: string,
): Promise<ReplacedFilm> {
  const title = await made(producer, '/titles', { name: 'The Double', language: 'en' });
  const { id: source } = await bringFilm(platform, organisation, title);
  await doJobs(platform, analysisOf(TWO_PEOPLE));
  const { body } = await producer.get<{ items: { id: string; version: number }[] }>(
    `/titles/${title}/performers`,
  );
  const [ana, ben] = body.items;
  await producer.patch(`/performers/${ana.id}`, ana.version, { name: 'Ana López' });
  const carla = await made(producer, `/titles/${title}/performers`, { name: 'Carla Ruiz' });
  const footage = await bringUpload(platform, {
    ...{ organisation, title, purpose: 'donor-footage', name: 'carla.mov', content: 'footage' },
  });
  return { title, source, ana: ana.id, ben: ben.id, carla, footage };
}

/** Gives Ana Carla's face. Returns the replacement's id. */
export const replaceAna = (
  producer: Client,
  { title, ana, carla, footage }: ReplacedFilm,
  more: object = {},
): Promise<string> =>
  made(producer, `/titles/${title}/replacements`, {
    ...{ replaced: ana, shown: carla, donors: [{ upload: footage }] },
    ...more,
  });

/** Records that both have agreed. Returns the ids of what they agreed by. */
export const letBoth = async (producer: Client, { ana, carla }: ReplacedFilm): Promise<string[]> => [
  await recordRights(producer, ana, WHOLE_FACE),
  await recordRights(producer, carla, { ...WHOLE_FACE, signer: 'Carla Ruiz' }),
];

const framesOf = (shot: number) => {
  const [start, end] = TWO_PEOPLE.shots[shot];
  return { start, end };
};

/** What matching tells: which shots of Ana's get how many faces. */
export const matched = (faces: Readonly<Record<number, number>> = { 0: 48, 2: 100 }): Told => ({
  trackDonors: () => ({
    donors: [
      {
        name: 'carla.mov',
        people: [{ person: 'person-1', shots: 2, seconds: 9, height: 0.4, shown: true }],
      },
    ],
  }),
  learnFaces: () => ({ frames: 200, trusted: 150 }),
  planFaces: ({ order }) => ({
    missing: ['Carla Ruiz is never seen from the left: film that too.'],
    shots: Object.entries(faces).map(([shot, count]) => ({
      ...{ shot: Number(shot), frames: framesOf(Number(shot)), faces: count, left: 2, passed: [] },
      performers: count === 0 ? [] : [(order as { replaced: { id: string } }).replaced.id],
      workSeconds: count / 10,
    })),
  }),
});

const report: OutcomeOf['inspectFaces']['report'] = {
  ...{ key: 'titles/x/report.json', sha256: 'b'.repeat(64), bytes: 5 },
};

/** What rendering tells. */
export const REPLACED: Told = {
  gatherFaces: RENDERED.gatherSources!,
  renderFaces: renderedShot,
  inspectFaces: () => ({
    report,
    flags: [
      {
        ...{ shot: 0, frames: { start: 3, end: 9 }, timecode: '00:00:00:03', performer: 'Ana López' },
        sentence: 'A hand in front of the face was kept.',
      },
    ],
    untouchedEqual: true,
  }),
};
