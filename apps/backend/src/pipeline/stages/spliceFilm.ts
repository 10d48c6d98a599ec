import type { FrameSpan } from '@mondwerk/film';
import { findSpliceSource, planSplice, type Spliceable, type SpliceSource } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';

/** What of a stretch is coded anew, and what is copied from the film. */
export interface Splice {
  /** The film's codec, `null` where nothing can be copied. */
  readonly source: SpliceSource | null;
  readonly coded: readonly FrameSpan[];
  readonly copied: readonly FrameSpan[];
  /** Why less is copied than no line touches, the rest of a sentence after `because`; `null` where it is plain. */
  readonly because: string | null;
}

/** A mouth or a face that is planned; with a strength of 0 it is left as it was. */
interface PlannedPatch {
  readonly frame: number;
  readonly strength: number;
}

/**
 * Finds out which pictures of a stretch can be copied, because no mouth in them is new and nothing that is coded anew is
 * needed to decode them.
 */
export async function spliceFilm(
  run: Run,
  { film, filmHash }: CheckedFilm,
  { plan, stretch }: { readonly plan: readonly PlannedPatch[]; readonly stretch: FrameSpan },
): Promise<Splice> {
  const { value: found } = await makeOnce<Spliceable>(
    run,
    { stage: 'findBorders', inputs: { film: filmHash }, rooms: ['film', 'media'] },
    { unit: 'frames', total: film.pts.length },
    (meter) => {
      let done = 0;
      return findSpliceSource(film, () => {
        run.signal.throwIfAborted();
        meter.reach(++done);
      });
    },
  );
  if (!('source' in found)) return { source: null, coded: [stretch], copied: [], because: found.because };
  const touched = plan.filter(({ strength }) => strength > 0).map(({ frame }) => frame);
  const spans = planSplice(found.source.borders, touched, stretch);
  const those = (wanted: boolean): FrameSpan[] =>
    spans.filter(({ copied }) => copied === wanted).map(({ span }) => span);
  const [coded, copied] = [those(false), those(true)];
  const because = copied.length > 0 ? null : 'no key picture lies between those that change';
  return { source: found.source, coded, copied, because };
}
