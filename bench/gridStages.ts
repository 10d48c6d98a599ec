import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { middleOf, type Phone } from '@mondwerk/film';
import { steadyTrack, type SteadyFrame } from '@mondwerk/face';
import { mouthRow, predictMotion, wantedMesh, type Atlas, type PlannedMouth } from '@mondwerk/lipsync';
import { probe } from '@mondwerk/media';
import { decodeArtifact } from '../apps/backend/src/pipeline/artifactText.ts';
import { phonesSaidIn } from '../apps/backend/src/pipeline/casting/phonesSaidBy.ts';
import type { ShotCues } from '../apps/backend/src/pipeline/shapeShot.ts';
import type { PerformerMotion } from '../apps/backend/src/pipeline/stages/learnMotion.ts';
import { withMouth } from '../libs/lipsync/src/atlas/mouthSpace.ts';
import { judgeByShot } from './judgeByShot.ts';
import { facesOf } from './facesOf.ts';

/** A mouth for each frame: 41 points in the head frame, in eye distances. */
type Mouths = ReadonlyMap<number, Float32Array>;

/** Where a dub of one face was made, and what it is compared with. */
export interface Dubbed {
  readonly film: string;
  readonly work: string;
  readonly out: string;
  readonly truth: string;
  /** Where faces that were followed for the comparison are kept. */
  readonly folder: string;
  /** Frames of one sentence. */
  readonly sentence: number;
}

/**
 * Takes the error of a dub apart: how well the mouths of each stage follow the true ones, all in the same head frame and
 * seen by our own networks. Where figures fall from one row to the next, that stage is to blame.
 */
export async function gridStages(dubbed: Dubbed): Promise<void> {
  const kept = keptOf(dubbed.work);
  const atlas = kept.part<Atlas>('buildAtlas', 'performer-00000.json');
  const heads = async (film: string): Promise<Map<number, SteadyFrame>> =>
    new Map(
      (await facesOf(film, dubbed.folder, dubbed.sentence))
        .flatMap((track) => steadyTrack(track, atlas.reference))
        .map((steady) => [steady.frame, steady]),
    );
  const [film, truth, out] = [
    await heads(dubbed.film),
    mouthsOf(await heads(dubbed.truth)),
    mouthsOf(await heads(dubbed.out)),
  ];
  const planned = plannedOf(kept, atlas, film);
  const stages: Readonly<Record<string, Mouths>> = {
    'the original': mouthsOf(film),
    predicted: await predictedOf(kept, atlas, dubbed),
    'with cues': wantedOf(kept, atlas),
    planned: planned.planned,
    'in the mesh': planned.mesh,
    'seen in the picture': out,
  };
  const judged = Object.entries(stages).map(
    ([name, mouths]) => [name, judgeByShot(mouths, truth, dubbed.sentence)] as const,
  );
  console.log('Stage by stage against the truth, in the head frame');
  console.table(Object.fromEntries(judged.map(([name, { whole }]) => [name, whole])));
  console.log("The same with each sentence's mean taken out: it is the head's, which no dub turns");
  console.table(Object.fromEntries(judged.map(([name, { within }]) => [name, within])));
}

const mouthsOf = (heads: ReadonlyMap<number, SteadyFrame>): Mouths =>
  new Map([...heads].map(([frame, { shape }]) => [frame, mouthRow(shape)]));

/** What a work folder holds of each stage, the newest where there are several. */
interface Kept {
  readonly whole: <T>(stage: string) => T;
  readonly part: <T>(stage: string, piece: string) => T;
  readonly parts: <T>(stage: string) => T[];
}

function keptOf(work: string): Kept {
  const newest = (stage: string, isFile: boolean): string =>
    readdirSync(work)
      .filter((name) => name.startsWith(`${stage}-`) && name.endsWith('.json') === isFile)
      .map((name) => join(work, name))
      .reduce((a, b) => (statSync(b).mtimeMs > statSync(a).mtimeMs ? b : a));
  const read = <T>(path: string): T => decodeArtifact(readFileSync(path, 'utf8')) as T;
  const folderOf = (stage: string): string => newest(stage, false);
  return {
    whole: (stage) => read(newest(stage, true)),
    part: (stage, piece) => read(join(folderOf(stage), piece)),
    parts: (stage) =>
      readdirSync(folderOf(stage))
        .filter((name) => name.startsWith('shot-'))
        .map((name) => read(join(folderOf(stage), name))),
  };
}

/** The prediction as it is before cues, one sentence a line. */
async function predictedOf(kept: Kept, { rest }: Atlas, { film, sentence }: Dubbed): Promise<Mouths> {
  const { clock } = await probe(film);
  const [{ prior }] = kept.whole<PerformerMotion[]>('learnMotion');
  const { phones } = kept.whole<{ phones: readonly Phone[] }>('alignSpeech');
  const mouths = new Map<number, Float32Array>();
  for (let first = 0; first < clock.times.length; first += sentence) {
    const frames = Array.from({ length: sentence }, (_, at) => first + at);
    const times = Float64Array.from(frames, (frame) => middleOf(clock, frame));
    const said = phonesSaidIn([first / sentence], phones, clock.end);
    const { displacement } = predictMotion(prior, said, times);
    frames.forEach((frame, at) => mouths.set(frame, moved(rest, displacement, at)));
  }
  return mouths;
}

const moved = (rest: Float32Array, displacement: Float32Array, at: number): Float32Array =>
  rest.map((value, k) => value + displacement[at * rest.length + k]);

function wantedOf(kept: Kept, { rest }: Atlas): Mouths {
  const mouths = new Map<number, Float32Array>();
  for (const { wanted } of kept.parts<ShotCues>('cueMouths')) {
    for (const { track } of wanted) {
      for (let frame = track.span.start; frame < track.span.end; frame++) {
        mouths.set(frame, moved(rest, track.displacement, frame - track.span.start));
      }
    }
  }
  return mouths;
}

/** The planned mouths as the atlas' space has them, and as the mesh is bent to them. */
function plannedOf(
  kept: Kept,
  atlas: Atlas,
  film: ReadonlyMap<number, SteadyFrame>,
): { planned: Mouths; mesh: Mouths } {
  const planned = new Map<number, Float32Array>();
  const mesh = new Map<number, Float32Array>();
  for (const mouth of kept.parts<PlannedMouth[]>('planLines').flat()) {
    const steady = film.get(mouth.frame);
    if (steady === undefined || mouth.coordinates.length === 0) continue;
    planned.set(mouth.frame, mouthRow(withMouth(atlas.space, steady.shape, mouth.coordinates)));
    const level = { ...steady, pose: STRAIGHT };
    const { wanted } = wantedMesh(atlas, level, mouth);
    const flat = Float32Array.from({ length: (wanted.length / 2) * 3 }, (_, k) =>
      k % 3 === 2 ? 0 : wanted[2 * Math.floor(k / 3) + (k % 3)],
    );
    mesh.set(mouth.frame, mouthRow(flat));
  }
  return { planned, mesh };
}

/** A head that is not turned, one unit to the eye distance. */
const STRAIGHT = {
  scale: 1,
  rotation: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  translation: new Float64Array(3),
};
