import { join } from 'node:path';
import { overlaps, type FrameSpan } from '@mondwerk/film';
import { cutMouth, meshInPicture, SourceWriter, type PlannedMouth } from '@mondwerk/lipsync';
import { readFrames } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Meter } from '../progress.ts';
import { makeOnce, type Run } from '../run.ts';
import { SourceIndexWriter, sourceName } from '../sourceIndex.ts';
import type { SteadyShots } from '../steadyShots.ts';
import type { Artifact } from '../workFolder.ts';

/** The cut-outs that a plan needs: two files, and which frame of which track each record is. */
export interface Sources {
  readonly cutouts: string;
  readonly index: string;
  readonly names: readonly string[];
}

/** Frames that nobody needs are decoded rather than jumped over when they are fewer than this. */
const SMALL_GAP = 60;

/** Cuts the mouths that the plan needs out of their frames, in one more pass through the film. */
export async function gatherSourcesOnce(
  run: Run,
  checked: CheckedFilm,
  plan: Artifact<readonly PlannedMouth[]>,
  stretch: FrameSpan,
  steady: SteadyShots,
): Promise<Artifact<Sources>> {
  const recipe = {
    stage: 'gatherSources',
    inputs: { film: checked.filmHash, plan: plan.key, stretch },
    rooms: ['film', 'media', 'face', 'lipsync'],
  } as const;
  const folder = await run.work.pieces(recipe.stage, await run.work.keyOf(recipe));
  const files = { cutouts: join(folder, 'cutouts.raw'), index: join(folder, 'cutouts.index') };
  const needed = neededFrames(plan.value, stretch);
  const made = await makeOnce(run, recipe, { unit: 'frames', total: needed.size }, (meter) =>
    gather(run, checked, { needed, files, steady, meter }),
  );
  // The folder may have been moved since the names were saved.
  return { key: made.key, value: { ...files, names: made.value } };
}

interface Gathering {
  readonly needed: ReadonlyMap<number, readonly string[]>;
  readonly files: Pick<Sources, 'cutouts' | 'index'>;
  readonly steady: SteadyShots;
  readonly meter: Meter;
}

/** The tracks whose mouth is needed, by frame. */
function neededFrames(plan: readonly PlannedMouth[], stretch: FrameSpan): Map<number, string[]> {
  const needed = new Map<number, Set<string>>();
  for (const mouth of plan) {
    if (!overlaps({ start: mouth.frame, end: mouth.frame + 1 }, stretch)) continue;
    for (const { track, frame } of mouth.sources) {
      needed.set(frame, (needed.get(frame) ?? new Set()).add(track));
    }
  }
  return new Map([...needed].sort(([a], [b]) => a - b).map(([frame, tracks]) => [frame, [...tracks]]));
}

async function gather(run: Run, { film }: CheckedFilm, work: Gathering): Promise<string[]> {
  const cutouts = new SourceWriter(work.files.cutouts);
  const index = new SourceIndexWriter(work.files.index);
  const names: string[] = [];
  let done = 0;
  try {
    for (const span of spansWithSmallGaps([...work.needed.keys()])) {
      for await (const { frame, picture } of readFrames(film, span)) {
        run.signal.throwIfAborted();
        for (const track of work.needed.get(frame) ?? []) {
          const face = await work.steady.at(track, frame);
          if (face === undefined) continue;
          const mesh = meshInPicture(face.shape, face.pose);
          index.add(cutouts.add(cutMouth(picture, mesh, face.pose.scale), mesh));
          names.push(sourceName(track, frame));
        }
        if (work.needed.has(frame)) work.meter.reach(++done);
      }
    }
  } finally {
    cutouts.close();
    index.close();
  }
  return names;
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
