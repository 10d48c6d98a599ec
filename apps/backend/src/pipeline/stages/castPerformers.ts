import {
  endOf,
  overlaps,
  perSecond,
  type FaceTrack,
  type FilmClock,
  type FrameSpan,
  type Line,
  type Performer,
} from '@mondwerk/film';
import { clusterPerformers } from '@mondwerk/face';
import { castLines, type MeasureMouths } from '../casting/castLines.ts';
import { hearLines, missingLines } from '../casting/heardLines.ts';
import { liveliestOf, mouthEvidence } from '../casting/mouthEvidence.ts';
import type { DecidedSpeaker, HeardLine, SpokenLine } from '../casting/spokenLine.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { NOTICED_GAP } from '../lipChecks.ts';
import type { Casting } from '../orders.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import { hearFilmOnce, type FilmSound } from './hearFilm.ts';
import type { Faces } from './trackFaces.ts';

/** The people in the film and which of them says what. */
export interface Cast {
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
}

/** Joins the face tracks of each person: who is in the film. */
export const findPerformers = (faces: Faces): Performer[] => clusterPerformers(faces.tracks);

/** What people decided about the cast: who is in the film, where they said so, and who says what. */
export interface DecidedCast {
  readonly performers: readonly Performer[] | null;
  readonly casting: Casting;
}

/** What the command line knows about the cast before it looks. */
export const NOTHING_DECIDED: DecidedCast = { performers: null, casting: { characters: [], lines: [] } };

/** What is said when. */
interface Said {
  readonly speech: Artifact<Speech>;
  readonly lines: readonly Line[];
  /** Those that nobody says, although the script has them. */
  readonly missing: readonly Line[];
}

/**
 * Finds the performers and decides who says each line in each shot; what people decided is kept. A line that nobody says
 * is its performer's only where it is plain whose it was and that mouth moves: it shall rest then.
 */
export async function castPerformersOnce(
  run: Run,
  checked: CheckedFilm,
  faces: Artifact<Faces>,
  { speech, lines, missing }: Said,
  decided: DecidedCast,
): Promise<Artifact<Cast>> {
  const { film } = checked;
  const { shots, tracks } = faces.value;
  const said = hearLines(speech.value.phones, shots, film.clock);
  const found = new Set(said.map(({ line }) => line));
  const unsaid = missing.filter(({ index }) => !found.has(index));
  const heard = [...said, ...missingLines(unsaid, shots, film.clock)];
  const sound = await hearFilmOnce(run, checked, spanOf(heard));
  return makeOnce(
    run,
    {
      stage: 'castPerformers',
      inputs: { faces: faces.key, speech: speech.key, sound: sound.key, lines, missing, decided },
      rooms: ['film', 'face'],
    },
    { unit: 'lines', total: lines.length },
    async () => {
      const performers = decided.performers ?? findPerformers(faces.value);
      const scene = { lines, performers, tracks, decided: speakerIn(decided.casting) };
      const measure = measureIn(checked, { faces: faces.value, performers, sound: sound.value });
      return { performers, spoken: await withoutStill(await castLines(heard, scene, measure), measure) };
    },
  );
}

/** Without those lines that nobody says and that no mouth was seen to say. */
async function withoutStill(spoken: readonly SpokenLine[], measure: MeasureMouths): Promise<SpokenLine[]> {
  const kept: SpokenLine[] = [];
  for (const line of spoken) {
    const { silent, performer, doubt } = line;
    if (!silent) kept.push(line);
    else if (performer !== null && doubt === null) {
      const mouth = (await measure(line, [performer])).mouths.get(performer);
      if (mouth !== undefined && mouth.range > NOTICED_GAP) kept.push(line);
    }
  }
  return kept;
}

/** What is said of a line itself goes before what people said of its character. */
function speakerIn({ characters, lines }: Casting): DecidedSpeaker {
  const byLine = new Map(lines.map(({ line, performer }) => [line, performer]));
  const byCharacter = new Map(characters.map(({ character, performer }) => [character, performer]));
  return ({ index, character, onScreen }) => {
    if (byLine.has(index)) return byLine.get(index);
    return onScreen === 'off' ? null : byCharacter.get(character ?? '');
  };
}

/** From the first frame in which a line is heard to the last. */
const spanOf = (heard: readonly HeardLine[]): FrameSpan => {
  const end = heard.reduce((most, { frames }) => Math.max(most, frames.end), 0);
  return { start: heard.reduce((least, { frames }) => Math.min(least, frames.start), end), end };
};

interface Seen {
  readonly faces: Faces;
  readonly performers: readonly Performer[];
  readonly sound: FilmSound | null;
}

function measureIn({ film }: CheckedFilm, { faces, performers, sound }: Seen): MeasureMouths {
  const tracksOf = new Map(performers.map(({ id, tracks }) => [id, new Set(tracks)]));
  let held: { readonly shot: number; readonly tracks: readonly FaceTrack[] } | undefined;
  return async ({ shot, frames }, present) => {
    // Lines come in the order of the film, mostly several of one shot after the other.
    if (held?.shot !== shot) held = { shot, tracks: await faces.read(shot) };
    const { tracks } = held;
    const mouths = present.flatMap((id) => {
      const own = tracks.filter((track) => tracksOf.get(id)?.has(track.id) && overlaps(track.span, frames));
      if (own.length === 0) return [];
      const seen = own.map((track) => mouthEvidence(track, frames, perSecond(film.rate), sound));
      return [[id, liveliestOf(seen)] as const];
    });
    return { mouths: new Map(mouths), speech: sound && speechIn(sound, frames, film.clock) };
  };
}

/** For which share of some frames somebody speaks in the film. */
function speechIn({ speech }: FilmSound, frames: FrameSpan, clock: FilmClock): number {
  const span = { start: clock.times[frames.start], end: endOf(clock, frames.end - 1) };
  const spoken = speech.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return spoken / Math.max(1e-6, span.end - span.start);
}
