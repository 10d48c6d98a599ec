import { lengthOf } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { sealDelivery } from '../delivery/sealDelivery.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import { heardVoice } from '../heardVoice.ts';
import { openSource } from '../openDub.ts';
import { isSpoken, type DeliverOrder } from '../orders.ts';
import { conformFilmOnce } from '../stages/conformFilm.ts';
import type { FinishedParts } from '../missingParts.ts';
import type { StageOf } from '../stages.ts';

const encodings: Readonly<Record<DeliverOrder['profile'], Encoding>> = { h264: 'film', prores: 'prores' };

/** The parts of the conformed film; whatever of it is missing is made. */
const conformed = (run: TitleRun, checked: CheckedFilm, order: DeliverOrder): Promise<FinishedParts> =>
  conformFilmOnce(run, checked, {
    takes: order.takes,
    encoding: encodings[order.profile],
    fetchPart: (key) => run.storage.localFile(key),
  });

/** A package made from approved takes. */
export const deliver: Pick<Handlers, StageOf<'deliver'>> = {
  conformVoice: async ({ order }, run) => ({
    conformed: isSpoken(order) && (await heardVoice(run, order)).conformed,
  }),

  conformFilm: async ({ order }, run) => {
    const checked = await openSource(run, order.source);
    const { places } = await conformed(run, checked, order);
    const fromTakes = order.takes.reduce((sum, { frames }) => sum + lengthOf(frames), 0);
    return { parts: places.length, frames: checked.film.pts.length, fromTakes };
  },

  seal: async ({ order }, run) => {
    const checked = await openSource(run, order.source);
    const { pieces, places } = await conformed(run, checked, order);
    const parts = places.map(({ part, span }) => ({ path: pieces.pathOf(part), span }));
    return sealDelivery(run, order, {
      film: checked.film,
      parts,
      voice: isSpoken(order) ? (await heardVoice(run, order)).path : null,
    });
  },
};
