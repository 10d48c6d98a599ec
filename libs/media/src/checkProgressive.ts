import { formatTimecode, Refusal } from '@mondwerk/film';
import { countFields, type FieldCount } from './countFields.ts';
import type { Film } from './film.ts';

/** Looked at in each of so many places, evenly over the film: seconds, however long it is. */
const PLACES = 5;
const FRAMES = 24;

/** So many frames in all are enough where most of them plainly show one moment, and hardly any shows two. */
const GLANCED = 40;

/** Fewer frames than these tell nothing. */
const ENOUGH = 5;

/** How many frames may look otherwise than the others do. */
const FEW = 0.1;

/**
 * Looks whether each frame of a film shows one moment. What its flag says (ffprobe's `field_order`) is only believed
 * where its pictures do not tell: progressive masters are often flagged interlaced (PsF), and the other way round.
 * @throws Refusal `interlaced` or `telecined`, naming a place in the film.
 */
export async function checkProgressive(film: Film, fieldOrder: string): Promise<void> {
  const places = placesIn(film);
  if (await isPlainlyProgressive(film)) return;
  const counts: FieldCount[] = [];
  for (const frame of places) {
    const count = await countFields(film, frame, places.length === 1 ? PLACES * FRAMES : FRAMES);
    if (isTelecined(count)) throw telecined(film, frame);
    if (isCombed(count)) throw interlaced(film, `, as at ${formatTimecode(frame, film.rate)}`);
    counts.push(count);
  }
  const flagged = /^(tt|bb|tb|bt)$/.test(fieldOrder);
  const whole = counts.reduce((sum, { progressive }) => sum + progressive, 0);
  if (flagged && whole < ENOUGH) throw interlaced(film, ', as it says');
}

/** Wherever it is looked, there is movement, and hardly a frame shows two moments: the usual film, soon told. */
async function isPlainlyProgressive(film: Film): Promise<boolean> {
  const places = glancedAt(film);
  const most = Math.floor(GLANCED / places.length);
  for (const frame of places) {
    const { frames, topFirst, bottomFirst, progressive } = await countFields(film, frame, most);
    const plain = progressive >= ENOUGH && progressive >= frames / 2;
    if (!plain || topFirst + bottomFirst > frames * FEW) return false;
  }
  return true;
}

/** Key frames, since decoding begins at one: two places between the same two would be the same place. */
function glancedAt({ pts: { length }, keyFrames }: Film): number[] {
  const places = Array.from({ length: PLACES }, (_, i) => Math.floor((length * (i + 0.5)) / PLACES));
  return [...new Set(places.map((place) => keyFrames.findLast((key) => key <= place) ?? 0))];
}

/** The frames at which to look; a short film is looked at from its beginning to its end. */
function placesIn({ pts: { length } }: Film): number[] {
  if (length <= PLACES * FRAMES) return [0];
  return Array.from({ length: PLACES }, (_, i) => Math.floor((length * (i + 0.5)) / PLACES));
}

/** One field of each frame is always later than the other, and hardly any frame is whole. */
function isCombed({ topFirst, bottomFirst, progressive }: FieldCount): boolean {
  const combed = Math.max(topFirst, bottomFirst);
  return combed >= ENOUGH && Math.min(topFirst, bottomFirst) <= FEW * combed && progressive < combed / 4;
}

/** Two frames of five are woven from different moments, and every fifth field is shown twice. */
function isTelecined({ topFirst, bottomFirst, repeated, frames }: FieldCount): boolean {
  const combed = Math.max(topFirst, bottomFirst);
  const ofFive = combed >= ENOUGH && combed > frames / 10 && Math.min(topFirst, bottomFirst) <= FEW * combed;
  return ofFive && repeated > frames / 8;
}

const interlaced = ({ path }: Film, where: string): Refusal =>
  new Refusal(
    'interlaced',
    `${path} is interlaced${where}: each of its frames shows two moments, and a mouth would be combed; ` +
      'deinterlace it first (ffmpeg -i IN -vf bwdif OUT).',
  );

const telecined = (film: Film, frame: number): Refusal =>
  new Refusal(
    'telecined',
    `${film.path} is telecined (3:2 pulldown), as at ${formatTimecode(frame, film.rate)}: some of its frames show two ` +
      'moments; take the pulldown out first (ffmpeg -i IN -vf fieldmatch,decimate OUT).',
  );
