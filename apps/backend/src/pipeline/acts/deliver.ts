import { lengthOf } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { sealDelivery } from '../delivery/sealDelivery.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import { openDub, openSource } from '../openDub.ts';
import type { DeliverOrder } from '../orders.ts';
import { alignVoiceOnce } from '../stages/alignSpeech.ts';
import { conformFilmOnce } from '../stages/conformFilm.ts';
import { conformVoiceOnce } from '../stages/conformVoice.ts';
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

/** The file of the voice that is to be heard, and whether it was laid anew. */
async function voice(
  run: TitleRun,
  order: DeliverOrder,
): Promise<{ readonly path: string; readonly conformed: boolean }> {
  const checked = await openDub(run, order);
  const speech = await alignVoiceOnce(run, checked);
  const path = await conformVoiceOnce(run, checked, speech);
  return { path, conformed: path !== checked.voice.path };
}

/** A package made from approved takes. */
export const deliver: Pick<Handlers, StageOf<'deliver'>> = {
  conformVoice: async ({ order }, run) => ({ conformed: (await voice(run, order)).conformed }),

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
    return sealDelivery(run, order, { film: checked.film, parts, voice: (await voice(run, order)).path });
  },
};
