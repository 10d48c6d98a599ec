import { basename } from 'node:path';
import { formatTimecode, lengthOf, secondsOf, type Box, type Performer } from '@mondwerk/film';
import { probe, type Film } from '@mondwerk/media';
import type { TrackSummary } from './pipeline/casting/trackSummary.ts';
import { fingerprintFile } from './pipeline/fingerprint.ts';
import type { Run } from './pipeline/run.ts';
import { findPerformers } from './pipeline/stages/castPerformers.ts';
import { cutShotsOnce } from './pipeline/stages/cutShots.ts';
import { checkFaces, trackFacesOnce, type Faces } from './pipeline/stages/trackFaces.ts';
import { openWorkFolder } from './pipeline/workFolder.ts';

/** Finds out what `inspect` prints: the film's facts, its shots, the faces in them, and whose they are. */
export async function inspectFilm(
  request: { readonly film: string; readonly work?: string },
  tools: Omit<Run, 'work'>,
): Promise<object> {
  const film = await probe(request.film);
  const work = await openWorkFolder(request.work);
  const run: Run = { ...tools, work };
  try {
    const checked = {
      film,
      filmName: basename(film.path),
      filmHash: await fingerprintFile(film.path, run.signal),
    };
    const shots = await cutShotsOnce(run, checked);
    const faces = await trackFacesOnce(run, checked, shots, { start: 0, end: film.clock.times.length });
    checkFaces(faces, checked);
    return describe(film, faces.value);
  } finally {
    await work.close();
  }
}

function describe(film: Film, faces: Faces): object {
  const performers = findPerformers(faces);
  return {
    film: describeFilm(film),
    shots: faces.shots.map(({ index, frames }) => ({
      index,
      frames,
      seconds: round(secondsOf(film.clock, frames)),
      timecode: { in: formatTimecode(frames.start, film.rate), out: formatTimecode(frames.end, film.rate) },
      faces: faces.tracks
        .filter(({ shot }) => shot === index)
        .map((track) => describeTrack(film, track, performers)),
    })),
    performers: performers.map((performer) => describePerformer(film, performer, faces.tracks)),
  };
}

const describeFilm = (film: Film): object => ({
  file: basename(film.path),
  width: film.width,
  height: film.height,
  codec: film.codec,
  format: film.format.name,
  colour: film.colour,
  frames: film.clock.times.length,
  seconds: round(film.clock.end),
  rate: `${film.rate.num}/${film.rate.den}`,
  variableRate: film.variable,
  audio: film.audio,
});

const describeTrack = (film: Film, track: TrackSummary, performers: readonly Performer[]): object => ({
  track: track.id,
  performer: performers.find(({ tracks }) => tracks.includes(track.id))?.id ?? null,
  frames: track.span,
  seenIn: track.frames,
  heightPercent: percentOf(film, track.height),
  boxes: track.boxes.map(({ frame, box }) => ({
    frame,
    ...box,
    heightPercent: percentOf(film, heightOf(box)),
  })),
});

function describePerformer(film: Film, { id, tracks }: Performer, all: readonly TrackSummary[]): object {
  const own = all.filter((track) => tracks.includes(track.id));
  const seconds = own.reduce((sum, { span }) => sum + secondsOf(film.clock, span), 0);
  return {
    performer: id,
    shots: new Set(own.map(({ shot }) => shot)).size,
    frames: own.reduce((sum, { span }) => sum + lengthOf(span), 0),
    secondsOnScreen: round(seconds),
    largestHeightPercent: percentOf(film, Math.max(0, ...own.map(({ height }) => height))),
    tracks,
  };
}

const heightOf = ({ top, bottom }: Box): number => bottom - top;

const percentOf = (film: Film, pixels: number): number => Math.round((pixels / film.height) * 1000) / 10;

const round = (value: number): number => Math.round(value * 1000) / 1000;
