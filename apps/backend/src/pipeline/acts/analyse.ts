import type { Shot } from '@mondwerk/film';
import { THUMBNAIL_INDEX, wholeSpan, type Film } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import { openSource } from '../openDub.ts';
import type { StoredInput } from '../orders.ts';
import type { OutcomeOf, StoredFile } from '../outcomes.ts';
import { drawPortraitsOnce } from '../stages/drawPortraits.ts';
import { findPerformers } from '../stages/castPerformers.ts';
import { cutShotsOnce } from '../stages/cutShots.ts';
import { drawPeaksOnce, drawThumbnailsOnce, makeProxyOnce, PROXY } from '../stages/makeProxy.ts';
import { trackFacesOnce, trackShotOnce, type Faces } from '../stages/trackFaces.ts';
import { storedPiece } from '../storedFile.ts';
import type { Artifact } from '../workFolder.ts';
import type { StageOf } from '../stages.ts';

/** What is known of a source once it was analysed. */
export interface Analysed {
  readonly checked: CheckedFilm;
  readonly shots: Artifact<readonly Shot[]>;
  readonly faces: Artifact<Faces>;
}

/** What the analysis of a source found; whatever of it is missing is made. */
export async function analysed(run: TitleRun, source: StoredInput): Promise<Analysed> {
  const checked = await openSource(run, source);
  const shots = await cutShotsOnce(run, checked);
  return { checked, shots, faces: await trackFacesOnce(run, checked, shots, wholeSpan(checked.film)) };
}

/** What a source shows: its facts, pictures for people, who is in it. */
export const analyse: Pick<Handlers, StageOf<'analyse'>> = {
  probe: async ({ order }, run) => factsOf((await openSource(run, order.source)).film),

  makeProxy: async ({ order }, run) => {
    const checked = await openSource(run, order.source);
    const proxy = await makeProxyOnce(run, checked, order.proxy);
    const thumbnails = await drawThumbnailsOnce(run, checked);
    const peaks = await drawPeaksOnce(run, checked);
    const sheets: StoredFile[] = [];
    for (const sheet of thumbnails.value) sheets.push(await storedPiece(run, thumbnails.pieces, sheet));
    return {
      proxy: await storedPiece(run, proxy.pieces, PROXY.film),
      index: await storedPiece(run, proxy.pieces, PROXY.index),
      thumbnails: { index: await storedPiece(run, thumbnails.pieces, THUMBNAIL_INDEX), sheets },
      peaks: peaks && { ...peaks.value, ...(await storedPiece(run, peaks.pieces, PROXY.peaks)) },
    };
  },

  cutShots: async ({ order }, run) => {
    const { value } = await cutShotsOnce(run, await openSource(run, order.source));
    return { shots: value.map(({ index, frames }) => ({ shot: index, frames })) };
  },

  trackFaces: async ({ order, shot }, run) => {
    const checked = await openSource(run, order.source);
    const shots = await cutShotsOnce(run, checked);
    const tracks = await trackShotOnce(run, checked, shots, shots.value[shot]);
    const portraits = await drawPortraitsOnce(run, checked, tracks);
    return { tracks: tracks.map((track) => describeTrack(track, portraits.get(track.id)!)) };
  },

  findPerformers: async ({ order }, run) => {
    const { faces } = await analysed(run, order.source);
    const performers = findPerformers(faces.value);
    return { performers: performers.map(({ id, tracks }) => ({ performer: id, tracks: [...tracks] })) };
  },
};

function factsOf(film: Film): OutcomeOf['probe'] {
  const { container, codec, format, width, height, clock, rate, variable, colour, audio, timecode } = film;
  return {
    ...{ container, codec, width, height, rate, variable, colour },
    ...(timecode !== undefined && { timecode }),
    format: format.name,
    frames: clock.times.length,
    seconds: clock.end,
    audio: audio.map(({ language = null, title = null, ...track }) => ({
      ...{ codec: track.codec, channels: track.channels, sampleRate: track.sampleRate },
      ...{ language, title },
    })),
  };
}

const describeTrack = ({ id, span, frames, height, frontal, boxes }: TrackSummary, portrait: string) => ({
  track: id,
  frames: span,
  seen: frames,
  height,
  frontal,
  portrait,
  boxes: [...boxes],
});
