import { contains, type FrameSpan } from '@mondwerk/film';
import { cutMouth, meshInPicture, SourceWriter, type PlannedMouth } from '@mondwerk/lipsync';
import { readFrames } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Pieces } from '../pieces.ts';
import type { Meter } from '../progress.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { SourceIndexWriter, sourceName } from '../sourceIndex.ts';
import type { SteadyShots } from '../steadyShots.ts';
import type { Artifact } from '../workFolder.ts';

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

/** A plan, in portions, and the faces of all its sources. */
export interface OpenedPlan {
  readonly plan: Iterable<readonly PlannedMouth[]> | AsyncIterable<readonly PlannedMouth[]>;
  readonly steady: SteadyShots;
}

const FILES = { cutouts: 'cutouts.raw', index: 'cutouts.index' };

/** Frames that nobody needs are decoded rather than jumped over when they are fewer than this. */
const SMALL_GAP = 60;

/** Cuts the mouths that a plan needs out of their frames, in one more pass through the film. */
export async function gatherSourcesOnce(
  run: Run,
  checked: CheckedFilm,
  { key: plan, stretch, open }: Needs,
): Promise<Artifact<Sources>> {
  const inputs = { film: checked.filmHash, plan, stretch };
  const { key, value, pieces } = await makePiecesOnce(
    run,
    { stage: 'gatherSources', inputs, rooms: ['film', 'media', 'face', 'lipsync'] },
    { unit: 'frames', total: null },
    async (folder, meter) => {
      const opened = await open();
      const needed = await neededFrames(opened.plan, stretch);
      return gatherInto(folder, run, checked, { needed, steady: opened.steady, meter });
    },
  );
  return { key, value: { ...(await filesOf(pieces)), names: value } };
}

/** The folder may have been moved, or the files made on another machine, since the names were saved. */
async function filesOf(pieces: Pieces): Promise<Omit<Sources, 'names'>> {
  await Promise.all([pieces.has(FILES.cutouts), pieces.has(FILES.index)]);
  return { cutouts: pieces.pathOf(FILES.cutouts), index: pieces.pathOf(FILES.index) };
}

/** What is cut out of a film. */
export interface Gathering {
  /** The tracks whose mouth is needed, by frame, ascending. */
  readonly needed: ReadonlyMap<number, readonly string[]>;
  readonly steady: SteadyShots;
  readonly meter: Meter;
  /** How many places of the film are read at once; with more than one the order of the cut-outs is any. */
  readonly atOnce?: number;
}

/** The tracks whose mouth is needed, by frame. */
export async function neededFrames(
  plan: OpenedPlan['plan'],
  stretch: FrameSpan,
): Promise<Map<number, string[]>> {
  const needed = new Map<number, Set<string>>();
  for await (const mouths of plan) {
    const sources = mouths
      .filter((mouth) => contains(stretch, mouth.frame))
      .flatMap((mouth) => mouth.sources);
    for (const { track, frame } of sources) {
      needed.set(frame, (needed.get(frame) ?? new Set()).add(track));
    }
  }
  return new Map([...needed].sort(([a], [b]) => a - b).map(([frame, tracks]) => [frame, [...tracks].sort()]));
}

/** Both files are written under names of their own, since another process may be at the same. */
async function gatherInto(
  pieces: Pieces,
  run: Run,
  checked: CheckedFilm,
  work: Gathering,
): Promise<string[]> {
  let names: string[] = [];
  await pieces.make(FILES.cutouts, (cutouts) =>
    pieces.make(FILES.index, async (index) => {
      names = await gather(run, checked, work, { cutouts, index });
    }),
  );
  return names;
}

/** Cuts mouths out of a film into two files. Tells whose they are, in the order in which they lie there. */
export async function gather(
  run: Pick<Run, 'signal'>,
  { film }: Pick<CheckedFilm, 'film'>,
  work: Gathering,
  files: Omit<Sources, 'names'>,
): Promise<string[]> {
  const cutouts = new SourceWriter(files.cutouts);
  const index = new SourceIndexWriter(files.index);
  const names: string[] = [];
  let done = 0;
  try {
    const spans = spansWithSmallGaps([...work.needed.keys()]).values();
    const readSpans = async (): Promise<void> => {
      for (const span of spans)
        for await (const { frame, picture } of readFrames(film, span)) {
          run.signal.throwIfAborted();
          for (const track of work.needed.get(frame) ?? []) {
            const face = await work.steady.at(track, frame);
            if (face === undefined) continue;
            const mesh = meshInPicture(face.shape, face.pose);
            index.add(cutouts.add(cutMouth(picture, mesh, face.pose.scale), mesh));
            names.push(sourceName(track, frame));
          }
          if (work.needed.has(frame)) work.meter.reach(++done, work.needed.size);
        }
    };
    await allEnded(Array.from({ length: work.atOnce ?? 1 }, readSpans));
  } finally {
    cutouts.close();
    index.close();
  }
  return names;
}

/** Files may be closed only when nobody writes into them any more. @throws what failed first. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

function spansWithSmallGaps(frames: readonly number[]): FrameSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const frame of frames) {
    const last = spans.at(-1);
    if (last !== undefined && frame - last.end < SMALL_GAP) last.end = frame + 1;
    else spans.push({ start: frame, end: frame + 1 });
  }
  return spans;
}
