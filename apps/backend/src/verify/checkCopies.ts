import { isSpliceCodec, sumPictures, type Film } from '@mondwerk/media';
import type { AnyReport } from '../pipeline/report/readReport.ts';
import type { Finding } from './verdict.ts';

/** Looks whether the coded pictures that a report calls copied are the same in the film and in the dub. */
export async function checkCopies(source: Film, out: Film, report: AnyReport): Promise<Finding[]> {
  const { copied = [], settings } = report;
  if (copied.length === 0) return [];
  if (source.codec !== out.codec || !isSpliceCodec(out.codec)) {
    const sentence = `The report says that pictures were copied, but SOURCE is coded in ${source.codec} and OUT in ${out.codec}.`;
    return [{ code: 'copied-codec', sentence }];
  }
  const spans = copied.map(({ frames }) => frames);
  const { start } = settings.stretch;
  const shifted = spans.map((span) => ({ start: span.start - start, end: span.end - start }));
  const sums = { SOURCE: await sumPictures(source, spans), OUT: await sumPictures(out, shifted) };
  return copied.flatMap(({ frames, sha256 }, at) =>
    (['SOURCE', 'OUT'] as const)
      .filter((which) => sums[which][at].sha256 !== sha256)
      .map((which) => ({
        code: 'copied-pictures',
        sentence: `In frames ${frames.start} to ${frames.end - 1}, ${which} does not hold the coded pictures that the report says were copied.`,
      })),
  );
}
