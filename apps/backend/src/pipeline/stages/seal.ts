import type { FrameSpan } from '@mondwerk/film';
import { sealFilm, type CopiedSpan, type Film, type Part, type Seal } from '@mondwerk/media';
import { stoppable } from '../stoppable.ts';
import type { Run } from '../run.ts';

/** What is sealed. */
export interface Sealing {
  readonly film: Film;
  /** In order, together the stretch, but for what is copied. */
  readonly parts: readonly Part[];
  readonly splice?: Seal['splice'];
  /** The file of the voice that is to be heard; `null` where the film's own sounds stay as they are. */
  readonly voice: string | null;
  /** The voice's language, BCP 47; without a voice it says nothing. */
  readonly language: string;
  readonly originalLanguage?: string;
  readonly stretch: FrameSpan;
  readonly out: string;
}

/** Joins the parts and lays the dub, where there is one, under them: only now does OUT appear, whole. Returns what was copied. */
export async function seal(run: Run, { stretch, ...sealing }: Sealing): Promise<readonly CopiedSpan[]> {
  run.signal.throwIfAborted();
  return run.progress.measure('seal', { unit: 'film', total: 1 }, () =>
    stoppable(run.signal, sealFilm({ ...sealing, span: stretch })),
  );
}
