import { sealFilm } from '@mondwerk/media';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { Run } from '../run.ts';
import type { RenderedPart } from './renderMouths.ts';

/** Joins the parts and lays the dub, the file `voice`, under them: only now does OUT appear, whole. */
export async function seal(
  run: Run,
  order: CheckedOrder & { readonly out: string },
  parts: readonly RenderedPart[],
  voice: string,
): Promise<void> {
  run.signal.throwIfAborted();
  await run.progress.measure('seal', { unit: 'film', total: 1 }, () =>
    sealFilm({
      film: order.film,
      parts: parts.map(({ path, record }) => ({ path, span: record.span })),
      voice,
      language: order.script.language.tag,
      out: order.out,
      span: order.stretch,
    }),
  );
}
