import { staleEdits } from '@mondwerk/lipsync';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import type { DraftOrder } from '../orders.ts';
import { draftLineOnce, type DraftedLine, type DraftFilm } from '../stages/draftLine.ts';
import { probeOnce } from '../stages/probe.ts';
import type { StageOf } from '../stages.ts';
import { storedPiece } from '../storedFile.ts';
import { PREVIEW } from '../takePreview.ts';
import { planned } from './plan.ts';

/** One line as it would look with other settings. */
export const draft: Pick<Handlers, StageOf<'draft'>> = {
  draftLine: async ({ order }, run) => {
    const wish = order.draft;
    const { order: checked, dub } = await planned(run, order);
    const shown = await filmShown(run, order, checked);
    const { pieces, value } = await draftLineOnce(run, checked, dub, wish, shown);
    return {
      preview: await storedPiece(run, pieces, PREVIEW),
      ...{ frames: value.frames, line: value.line },
      rendered: value.mouths.filter(({ passed }) => passed === null).length,
      passed: passedIn(value),
      stale: staleEdits(dub.speech.value.phones, [{ ...wish.settings, line: wish.line }]),
    };
  },
};

/** Widths of pictures of one film are so near to each other once they are brought to one height, in pixels. */
const ROUNDED = 1;

/** The proxy where its pictures only are smaller: it is read far faster. */
async function filmShown(run: TitleRun, { proxy }: DraftOrder, { film }: CheckedFilm): Promise<DraftFilm> {
  if (proxy === null) return { film, scale: 1 };
  const names = { filmName: proxy.name, filmHash: proxy.sha256 };
  const { film: small } = await probeOnce(run, await run.fetch(proxy), names);
  const scale = small.height / film.height;
  const alike = small.pts.length === film.pts.length && Math.abs(small.width - scale * film.width) <= ROUNDED;
  return alike ? { film: small, scale } : { film, scale: 1 };
}

const passedIn = ({ mouths }: DraftedLine): { reason: string; mouths: number }[] =>
  [...Map.groupBy(mouths, ({ passed }) => passed)].flatMap(([reason, those]) =>
    reason === null ? [] : [{ reason, mouths: those.length }],
  );
