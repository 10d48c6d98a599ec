import { contains, spansOf, type Box, type FrameSpan, type Picture } from '@mondwerk/film';
import { meshInPicture } from '@mondwerk/face';
import { SourceWriter } from '@mondwerk/compositing';
import { cutMouth, mouthBox, type SourceChoice } from '@mondwerk/lipsync';
import { FrameMemory, readFrames, type Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Room } from '../fingerprint.ts';
import type { Pieces } from '../pieces.ts';
import type { Meter } from '../progress.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { SourceIndexWriter, sourceName } from '../sourceIndex.ts';
import type { SteadyShots } from '../steadyShots.ts';
import type { Artifact, Recipe } from '../workFolder.ts';

/** The cut-outs that a plan needs: two files, and which frame of which track each record is. */
export interface Sources {
  readonly cutouts: string;
  readonly index: string;
  readonly names: readonly string[];
}

/** Whose sources are gathered: a plan, by its key, and the frames of it that are rendered. */
export interface Needs {
  readonly key: string;
  readonly stretch: FrameSpan;
  /** Asked only when nobody has gathered them yet. */
  readonly open: () => Promise<OpenedPlan>;
}

/** A frame of which it is planned from which others it is made. */
export interface PlannedFromSources {
  readonly frame: number;
  readonly sources: readonly Pick<SourceChoice, 'footage' | 'track' | 'frame'>[];
}

/** A plan, in portions, the faces of all its sources, and the other films in which sources may lie. */
export interface OpenedPlan {
  readonly plan: Iterable<readonly PlannedFromSources[]> | AsyncIterable<readonly PlannedFromSources[]>;
  readonly steady: SteadyShots;
  /** By their numbers. */
  readonly footage?: ReadonlyMap<number, Film>;
}

/** Something of a face, cut out of its frame. */
export interface CutOut {
  readonly picture: Picture;
  readonly box: Box;
}

/** What is gathered: mouths or whole faces. */
export interface Gathered {
  readonly stage: string;
  readonly rooms: readonly Room[];
  /** Cuts it out of a frame, by the mesh of the face and the distance of its eyes in pixels. */
  readonly cut: (picture: Picture, mesh: Float32Array, eyeDistance: number) => CutOut;
  /** Where it lies, where cut-outs that were kept while faces were followed hold all of it. */
  readonly boxOf?: (mesh: Float32Array, eyeDistance: number, film: Film) => Box;
}

const MOUTHS: Gathered = {
  stage: 'gatherSources',
  rooms: ['film', 'media', 'compositing', 'face', 'lipsync'],
  cut: cutMouth,
  boxOf: (mesh, eyeDistance, film) => mouthBox([mesh], eyeDistance, film),
};

const FILES = { cutouts: 'cutouts.raw', index: 'cutouts.index' };

/** Frames that nobody needs are decoded rather than jumped over when they are fewer than this. */
const SMALL_GAP = 60;

/** Cuts the mouths, or faces, that a plan needs out of their frames, in one more pass through each film that has some. */
export async function gatherSourcesOnce(
  run: Run,
  checked: CheckedFilm,
  { key: plan, stretch, open }: Needs,
  what: Gathered = MOUTHS,
): Promise<Artifact<Sources>> {
  const inputs = { film: checked.filmHash, plan, stretch };
  const { key, value, pieces } = await makePiecesOnce(
    run,
    recipeOf(inputs, what),
    { unit: 'frames', total: null },
    async (folder, meter) => {
      const { plan: opened, steady, footage } = await open();
      const needed = await neededFrames(opened, stretch);
      return gatherInto(folder, run, { cuts: cutsOf(needed, checked.film, footage), steady, meter, what });
    },
  );
  return { key, value: { ...(await filesOf(pieces)), names: value } };
}

/** Whether an earlier run has gathered what a plan needs. */
export async function areGathered(
  run: Run,
  { filmHash }: CheckedFilm,
  { key: plan, stretch }: Omit<Needs, 'open'>,
): Promise<boolean> {
  const recipe = recipeOf({ film: filmHash, plan, stretch });
  return (await run.work.load(recipe.stage, await run.work.keyOf(recipe))) !== undefined;
}

const recipeOf = (inputs: Recipe['inputs'], { stage, rooms }: Gathered = MOUTHS): Recipe => ({
  ...{ stage, inputs, rooms },
});

/** The folder may have been moved, or the files made on another machine, since the names were saved. */
async function filesOf(pieces: Pieces): Promise<Omit<Sources, 'names'>> {
  await Promise.all([pieces.has(FILES.cutouts), pieces.has(FILES.index)]);
  return { cutouts: pieces.pathOf(FILES.cutouts), index: pieces.pathOf(FILES.index) };
}

/** The tracks whose mouth is needed, by frame, ascending. */
export type NeededFrames = ReadonlyMap<number, readonly string[]>;

/** What is cut out of which films. */
export interface Gathering {
  readonly cuts: readonly { readonly film: Film; readonly needed: NeededFrames }[];
  readonly steady: SteadyShots;
  readonly meter: Meter;
  /** Mouths where it is left out. */
  readonly what?: Gathered;
  /** How many places of the film are read at once; with more than one the order of the cut-outs is any. */
  readonly atOnce?: number;
}

/** What is needed of the film itself, as number 0, and of other footage by its number. */
export async function neededFrames(
  plan: OpenedPlan['plan'],
  stretch: FrameSpan,
): Promise<ReadonlyMap<number, NeededFrames>> {
  const films = new Map<number, Map<number, Set<string>>>();
  for await (const mouths of plan) {
    const sources = mouths
      .filter((mouth) => contains(stretch, mouth.frame))
      .flatMap((mouth) => mouth.sources);
    for (const { footage = 0, track, frame } of sources) {
      const needed = films.get(footage) ?? new Map<number, Set<string>>();
      films.set(footage, needed.set(frame, (needed.get(frame) ?? new Set()).add(track)));
    }
  }
  return new Map([...films].map(([film, needed]) => [film, inFilmOrder(needed)]));
}

const inFilmOrder = (needed: ReadonlyMap<number, ReadonlySet<string>>): NeededFrames =>
  new Map([...needed].sort(([a], [b]) => a - b).map(([frame, tracks]) => [frame, [...tracks].sort()]));

/** The film's own frames first. @throws RangeError where footage is needed that was not opened. */
function cutsOf(
  needed: ReadonlyMap<number, NeededFrames>,
  own: Film,
  footage: ReadonlyMap<number, Film> = new Map(),
): Gathering['cuts'] {
  return [...needed]
    .sort(([a], [b]) => a - b)
    .map(([number, frames]) => {
      const film = number === 0 ? own : footage.get(number);
      if (film === undefined) throw new RangeError(`there is no footage ${number}`);
      return { film, needed: frames };
    });
}

/** Both files are written under names of their own, since another process may be at the same. */
async function gatherInto(pieces: Pieces, run: Run, work: Gathering): Promise<string[]> {
  let names: string[] = [];
  await pieces.make(FILES.cutouts, (cutouts) =>
    pieces.make(FILES.index, async (index) => {
      names = await gather(run, work, { cutouts, index });
    }),
  );
  return names;
}

/** Cuts mouths or faces out of films into two files. Tells whose they are, in the order in which they lie there. */
export async function gather(
  run: Pick<Run, 'signal' | 'kept'>,
  { cuts, steady, meter, what = MOUTHS, atOnce = 1 }: Gathering,
  files: Omit<Sources, 'names'>,
): Promise<string[]> {
  const cutouts = new SourceWriter(files.cutouts);
  const index = new SourceIndexWriter(files.index);
  const names: string[] = [];
  const total = cuts.reduce((sum, { needed }) => sum + needed.size, 0);
  let done = 0;
  const cutOut = async (cut: CutPicture, frame: number, tracks: readonly string[]): Promise<boolean> => {
    const found = [];
    for (const track of tracks) {
      const face = await steady.at(track, frame);
      if (face === undefined) continue;
      const mesh = meshInPicture(face.shape, face.pose);
      const mouth = cut(mesh, face.pose.scale);
      if (mouth === undefined) return false;
      found.push({ track, mesh, mouth });
    }
    for (const { track, mesh, mouth } of found) {
      index.add(cutouts.add(mouth, mesh));
      names.push(sourceName(track, frame));
    }
    meter.reach(++done, total);
    return true;
  };
  try {
    for (const { film, needed } of cuts) {
      const memory = new FrameMemory();
      const left = [];
      for (const [frame, tracks] of needed) {
        const kept: CutPicture = (mesh, scale) =>
          what.boxOf && findKept(run, film, frame, what.boxOf(mesh, scale, film));
        if (!(await cutOut(kept, frame, tracks))) left.push(frame);
      }
      const missing = new Set(left);
      const spans = spansOf(left, SMALL_GAP).values();
      const readSpans = async (): Promise<void> => {
        for (const span of spans)
          for await (const { frame, picture } of readFrames(film, span, memory)) {
            run.signal.throwIfAborted();
            const cut: CutPicture = (mesh, scale) => what.cut(picture, mesh, scale);
            if (missing.has(frame)) await cutOut(cut, frame, needed.get(frame)!);
            memory.give(picture);
          }
      };
      await allEnded(Array.from({ length: atOnce }, readSpans));
      memory.free();
    }
  } finally {
    cutouts.close();
    index.close();
  }
  return names;
}

/** Cuts something of a face out, where its frame is at hand. */
type CutPicture = (mesh: Float32Array, scale: number) => CutOut | undefined;

function findKept({ kept }: Pick<Run, 'kept'>, film: Film, frame: number, box: Box): CutOut | undefined {
  const picture = kept?.find(film, { frame, box });
  return picture && { picture, box };
}

/** Files may be closed only when nobody writes into them any more. @throws what failed first. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}
