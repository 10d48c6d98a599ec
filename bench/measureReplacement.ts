import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { boxesByFrame } from '../apps/backend/src/pipeline/report/boxLines.ts';
import type { ReplacementReport } from '../apps/backend/src/pipeline/report/replacementSchema.ts';
import { writeReplacementBasis } from '../tools/replacementBasis.ts';
import { changedSamples } from './changedSamples.ts';
import { measureRun } from './dubbing.ts';
import { rounded } from './judgeByShot.ts';
import { plainTranscode } from './plainTranscode.ts';
import { processorSeconds } from './processorSeconds.ts';
import type { ReplaceCase } from './replaceCase.ts';
import { figuresOf, GOALS, type Figures } from './replaceFigures.ts';

/** What is done anew for every take, when the faces of film and footage are known. */
const RENDERING = ['gather sources', 'render', 'seal'];

/** Replaces, measures and prints one case; beside it, where the truth is known, what a perfect replacement and none would reach. */
export async function measureReplacement(each: ReplaceCase): Promise<void> {
  const at = (name: string): string => join(each.folder, name);
  const { width, height, pts } = await probe(each.film);
  console.log(`\n${each.name}: ${pts.length} frames, ${width} × ${height}`);
  const before = processorSeconds();
  const seconds = plainTranscode(each.film, at('plain.mp4'));
  const run = await replaceIn(each, { seconds, processor: processorSeconds() - before });
  const [size, plain] = [{ width, height }, at('plain.mp4')];
  if (each.truth === undefined) {
    const figures = await figuresOf(each, { out: at('out.mp4'), name: 'out', plain, size });
    return tell({ replaced: { ...figures, ...run } });
  }
  const plainTruth = at('plain-truth.mp4');
  plainTranscode(each.truth, plainTruth);
  const measured = (out: string, name: string): Promise<Figures> =>
    figuresOf(each, { out, name, plain, plainTruth, size });
  tell({
    replaced: { ...(await measured(at('out.mp4'), 'out')), ...run },
    'a perfect one': await measured(plainTruth, 'truth'),
    none: await measured(plain, 'target'),
  });
}

/** Runs the command line twice: to be timed, and once more without loss from what it kept, to compare samples. */
async function replaceIn(
  { folder, film, footage }: ReplaceCase,
  transcode: { readonly seconds: number; readonly processor: number },
): Promise<Figures> {
  const at = (name: string): string => join(folder, name);
  const order = {
    ...{ film, performer: 'performer-1', 'donor-footage': footage, 'rights-basis': at('rights.json') },
    work: at('work'),
  };
  const agreed = { film, footage: [footage], replaced: 'The replaced', shown: 'The shown' };
  await writeReplacementBasis(order['rights-basis'], agreed);
  for (const made of ['work', 'out.json']) rmSync(at(made), { recursive: true, force: true });
  const run = await measureRun<ReplacementReport>('replace', {
    ...{ ...order, out: at('out.mp4'), report: at('out.report.json') },
  });
  console.table(run.phases);
  console.table(run.report.stages);
  const same = await measureRun<ReplacementReport>(
    'replace',
    { ...order, out: at('lossless.mkv'), report: at('lossless.report.json') },
    ['lossless'],
  );
  const changed = await changedSamples(film, at('lossless.mkv'), boxesByFrame(same.report.proof));
  const frames = run.report.replaced.map((head) => head.frames);
  return {
    'samples changed outside the boxes': changed.outside,
    'new faces, of frames': `${sum(frames.map(({ rendered }) => rendered))}/${sum(frames.flatMap(({ rendered, passed }) => [rendered, passed]))}`,
    'seconds, times a transcode': rounded(run.seconds / transcode.seconds),
    'processor, times a transcode': rounded(run.processorSeconds / transcode.processor),
    'processor for rendering alone': rounded(
      sum(RENDERING.map((phase) => run.phases[phase] ?? 0)) / transcode.processor,
    ),
    'peak MB': run.peakMegabytes,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Prints figures by name, with the goal beside each. */
function tell(columns: Readonly<Record<string, Figures>>): void {
  const names = [...new Set(Object.values(columns).flatMap((figures) => Object.keys(figures)))];
  const row = (name: string) => [
    name,
    {
      goal: GOALS[name] ?? '',
      ...Object.fromEntries(
        Object.entries(columns).map(([column, figures]) => [column, figures[name] ?? '']),
      ),
    },
  ];
  console.table(Object.fromEntries(names.map(row)));
}
