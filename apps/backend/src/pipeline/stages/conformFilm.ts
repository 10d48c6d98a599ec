import { lengthOf, overlaps, Refusal, type FrameSpan, type Picture } from '@mondwerk/film';
import { partFilm, readFrames, wholeSpan, type Encoding, type Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { fingerprintFile } from '../fingerprint.ts';
import type { TakeFiles } from '../orders.ts';
import { draftPart, type PartDraft } from '../partDraft.ts';
import { makeMissingParts, type FinishedParts } from '../missingParts.ts';
import { FILM_PART_FRAMES, partsOf, type PartPlace } from '../partPlaces.ts';
import type { Pieces } from '../pieces.ts';
import type { Run } from '../run.ts';
import type { Recipe } from '../workFolder.ts';

/** What a film is put together from, and how it is written. */
export interface Conforming {
  /** The approved takes. */
  readonly takes: readonly TakeFiles[];
  readonly encoding: Encoding;
  /** Fetches a part of a take. */
  readonly fetchPart: (key: string) => Promise<string>;
}

/**
 * Encodes a film once, in parts: the frames of approved takes where there are some, everywhere else the source's own.
 * Parts that an earlier run finished stay. @throws Refusal `take-damaged` when a take is not what was approved.
 */
export function conformFilmOnce(
  run: Run,
  checked: CheckedFilm,
  conforming: Conforming,
): Promise<FinishedParts> {
  const { film, filmHash } = checked;
  const { takes, encoding } = conforming;
  const recipe: Recipe = {
    stage: 'conformFilm',
    inputs: { film: filmHash, encoding, takes: takes.map(identityOf) },
    rooms: ['film', 'media'],
  };
  const source = new ConformedFrames(film, conforming);
  return makeMissingParts(
    run,
    recipe,
    partsOf(wholeSpan(film), FILM_PART_FRAMES),
    (pieces, missing, onFrame) => writeParts(run, { film, pieces, missing, encoding, source }, onFrame),
  );
}

/** The same pictures may have been rendered again under another key. */
const identityOf = ({ frames, parts }: TakeFiles) => ({ frames, parts: parts.map(({ sha256 }) => sha256) });

interface Work {
  readonly film: Film;
  readonly pieces: Pieces;
  readonly missing: readonly PartPlace[];
  readonly encoding: Encoding;
  readonly source: ConformedFrames;
}

async function writeParts(run: Run, work: Work, onFrame: () => void): Promise<void> {
  let finishing: Promise<void> = Promise.resolve();
  let draft: PartDraft | undefined;
  try {
    for (const place of work.missing) {
      draft = await draftPart(work.film, work.pieces, place, work.encoding);
      for await (const picture of work.source.read(place.span)) {
        run.signal.throwIfAborted();
        await draft.write(picture);
        onFrame();
      }
      // The next part starts while this one's encoder empties itself.
      await finishing;
      finishing = draft.finish({ span: place.span });
      finishing.catch(() => {});
      draft = undefined;
    }
    await finishing;
  } catch (error) {
    await draft?.abort();
    await finishing.catch(() => {});
    throw error;
  }
}

interface TakePart {
  readonly key: string;
  readonly sha256: string;
  readonly frames: FrameSpan;
}

/** The frames of a film with its approved takes in their places. */
class ConformedFrames {
  readonly #film: Film;
  readonly #parts: readonly TakePart[];
  readonly #fetchPart: Conforming['fetchPart'];
  readonly #checked = new Map<string, Promise<string>>();

  constructor(film: Film, { takes, fetchPart }: Conforming) {
    this.#film = film;
    this.#parts = takes.flatMap(({ parts }) => parts).toSorted((a, b) => a.frames.start - b.frames.start);
    this.#fetchPart = fetchPart;
  }

  /** The pictures of a span, in order. */
  async *read({ start, end }: FrameSpan): AsyncGenerator<Picture> {
    let next = start;
    for (const part of this.#parts.filter(({ frames }) => overlaps(frames, { start, end }))) {
      yield* this.#source({ start: next, end: Math.max(next, part.frames.start) });
      const from = Math.max(next, part.frames.start);
      next = Math.min(end, part.frames.end);
      yield* this.#taken(part, { start: from, end: next });
    }
    yield* this.#source({ start: next, end });
  }

  async *#source(span: FrameSpan): AsyncGenerator<Picture> {
    for await (const { picture } of readFrames(this.#film, span)) yield picture;
  }

  async *#taken(part: TakePart, { start, end }: FrameSpan): AsyncGenerator<Picture> {
    const path = await this.#pathOf(part);
    const film = partFilm(this.#film, { path, span: part.frames });
    const zero = part.frames.start;
    for await (const { picture } of readFrames(film, { start: start - zero, end: end - zero })) yield picture;
  }

  /** A part that lies across two parts of the film is looked at once. */
  #pathOf(part: TakePart): Promise<string> {
    const known = this.#checked.get(part.key) ?? this.#check(part);
    this.#checked.set(part.key, known);
    return known;
  }

  async #check({ key, sha256, frames }: TakePart): Promise<string> {
    const path = await this.#fetchPart(key);
    if ((await fingerprintFile(path)) === sha256) return path;
    throw new Refusal(
      'take-damaged',
      `The take with the frames ${frames.start} to ${frames.end - 1} is not the one that was approved any more ` +
        `(${lengthOf(frames)} frames): render this shot again and have it approved.`,
    );
  }
}
