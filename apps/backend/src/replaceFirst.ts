import { probe, wholeSpan } from '@mondwerk/media';
import type { FilmDub } from './order/checkOrder.ts';
import type { ChangedBefore, PartRecord } from './pipeline/filmPart.ts';
import type { FinishedParts } from './pipeline/missingParts.ts';
import { readParts } from './pipeline/renderedParts.ts';
import { describeReplaced, replacedShots, type HeadRights } from './pipeline/report/replacementReport.ts';
import type { CheckedReplacement, WantedHead } from './pipeline/replacement/checkedReplacement.ts';
import { matchFaces, renderMatched, type MatchedFilm } from './pipeline/replacement/replaceFaces.ts';
import { makePiecesOnce, type Run } from './pipeline/run.ts';
import { seal } from './pipeline/stages/seal.ts';
import type { FootageInput } from './pipeline/checkedOrder.ts';

/** What replacing before a dub needs besides its order. */
export interface ReplaceFirst {
  readonly heads: readonly WantedHead[];
  readonly tell: (sentence: string) => void;
  /** Asked when it is known whose heads are replaced, before anything is rendered. @throws Refusal where it may not be. */
  readonly declare: (matched: MatchedFilm) => Promise<readonly HeadRights[]>;
}

/** The film in which faces were replaced, in the work folder. */
const FILM = 'film.mkv';

/**
 * Replaces faces in the film of a dub, without loss, into a film in the work folder; what is returned is the dub of that one.
 * The donor footage is footage of whoever is seen there now.
 */
export async function replaceFirst(
  order: FilmDub,
  run: Run,
  { heads, tell, declare }: ReplaceFirst,
): Promise<FilmDub> {
  const { film, filmName, filmHash, stretch } = order;
  const settings = { draft: false, lossless: true, strength: 1 };
  const wanted: CheckedReplacement = { film, filmName, filmHash, heads, stretch, shots: null, settings };
  // Faces that are cut out while they are followed are those of the film that is dubbed.
  const plain: Run = { ...run, kept: undefined };
  const matched = await matchFaces(plain, wanted);
  const rights = await declare(matched);
  for (const { missing } of matched.replacements) for (const sentence of missing) tell(sentence);
  const whole = { ...wanted, stretch: wholeSpan(film) };
  const parts = await renderMatched(plain, whole, matched, { encoding: 'lossless' });
  const records = (await readParts(parts)).map(({ record }) => record);
  const made = await sealBetween(plain, whole, parts);
  const told = { order: wanted, matched, rights, parts: records };
  return {
    ...order,
    ...{ film: await probe(made.path), filmHash: made.key },
    footage: [...order.footage, ...footageOf(matched)],
    before: {
      film: { film, filmName, filmHash },
      boxes: boxesOf(records),
      told: { ...describeReplaced(told), shots: replacedShots(told) },
    },
  };
}

/** The film as long as it was, with its own sounds. */
async function sealBetween(
  run: Run,
  { film, filmHash, stretch }: CheckedReplacement,
  { pieces: parts, places }: FinishedParts,
): Promise<{ readonly path: string; readonly key: string }> {
  const { key, pieces } = await makePiecesOnce(
    run,
    {
      stage: 'replaceFirst',
      inputs: { film: filmHash, parts: [parts.name, ...places.map(({ part }) => part)] },
      rooms: ['film', 'media'],
    },
    { unit: 'films', total: 1 },
    async (folder) => {
      await folder.make(FILM, async (out) => {
        const files = places.map(({ part, span }) => ({ path: parts.pathOf(part), span }));
        await seal(run, { film, parts: files, voice: null, language: 'und', stretch, out });
      });
      return FILM;
    },
  );
  return { path: pieces.pathOf(FILM), key };
}

/** Whose footage it is, is known by a face of the head that was replaced. */
const footageOf = ({ replacements }: MatchedFilm): FootageInput[] =>
  replacements.flatMap(({ film: { replaced }, donors }) =>
    donors
      .filter(({ number }) => number > 0)
      .map(({ name, sha256, film }) => ({ path: film.path, name, sha256, film, of: replaced.tracks[0] })),
  );

function boxesOf(records: readonly PartRecord[]): ChangedBefore {
  const changed = records.flatMap(({ mouths }) => mouths).filter(({ passed }) => passed === null);
  return new Map(
    [...Map.groupBy(changed, ({ frame }) => frame)].map(([frame, own]) => [frame, own.map(({ box }) => box)]),
  );
}
