import { frameAt, overlaps, parseTimecode, perSecond } from '@mondwerk/film';
import type { Fault } from './faults.ts';
import type { SettingsOf } from './readSettings.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { Wish } from './wish.ts';
import type { LineWish, MaskKey, MovingMask, Where, Wishes } from './wishes.ts';

/** Width of a mask's soft edge where nobody says one, as a share of the picture's height. */
const USUAL_FEATHER = 0.005;

/** Seconds that no frame is as short as: a timecode and a timestamp of the same frame differ by less. */
const NEARLY = 1e-4;

interface Placed {
  readonly wishes: Wishes;
  readonly faults: readonly Fault[];
}

/** Brings what a file says onto the film's frames and pixels; what cannot be brought there is told. */
export function placeWishes(file: SettingsFile, of: SettingsOf): Placed {
  const faults: Fault[] = [];
  const tell = (place: string, says: string): void => void faults.push({ place, says });
  const shots = (file.shots ?? []).map(({ shot, from, to, ...wish }, at) => ({
    where: placeOf({ shot, from, to }, `shots[${at}]`, of, tell),
    wish: onlyGiven(wish),
  }));
  checkApart(shots, tell);
  const wishes: Wishes = {
    all: onlyGiven(file.all ?? {}),
    performers: Object.entries(file.performers ?? {}).map(([performer, wish]) => ({
      performer,
      wish: onlyGiven(wish),
    })),
    shots,
    lines: placeLines(file.lines ?? [], of, tell),
    masks: (file.masks ?? []).map((mask, at) => placeMask(mask, `masks[${at}]`, of, tell)),
  };
  return { wishes, faults };
}

type Tell = (place: string, says: string) => void;

const onlyGiven = (wish: Wish): Wish =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Wish;

interface SaidWhere {
  readonly shot?: number | undefined;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
}

function placeOf({ shot, from = 0, to = 0 }: SaidWhere, place: string, of: SettingsOf, tell: Tell): Where {
  if (shot !== undefined) return { shot };
  const start = instant(from, `${place}.from`, of, tell);
  const end = instant(to, `${place}.to`, of, tell);
  if (start === undefined || end === undefined) return { frames: { start: 0, end: 0 } };
  if (end <= start) tell(place, `ends at ${to}, which is not after ${from} where it begins`);
  const { clock } = of.film;
  return { frames: { start: frameAt(clock, start + NEARLY), end: frameAt(clock, end - NEARLY) + 1 } };
}

/** Seconds on the film's clock. */
function instant(
  said: string | number,
  place: string,
  { film: { clock, rate } }: SettingsOf,
  tell: Tell,
): number | undefined {
  const seconds = typeof said === 'number' ? said : parseTimecode(said, rate);
  if (seconds === undefined) {
    tell(place, `is ${JSON.stringify(said)}, which is no time: write 00:01:20:12, 1:20.5 or seconds`);
    return undefined;
  }
  // Half a frame of grace: a person reads the end off a player that rounds.
  if (seconds > clock.end + 0.5 / perSecond(rate)) {
    tell(place, `is ${said}, after the end of the film, which lasts ${clock.end.toFixed(2)} s`);
    return undefined;
  }
  return Math.min(seconds, clock.end);
}

/** The same shot twice, or spans that share frames: nobody could tell which one counts. */
function checkApart(shots: Wishes['shots'], tell: Tell): void {
  shots.forEach(({ where }, at) => {
    const before = shots.slice(0, at).findIndex((other) => meet(where, other.where));
    if (before >= 0) tell(`shots[${at}]`, `is about frames that shots[${before}] is about too`);
  });
}

const meet = (a: Where, b: Where): boolean =>
  'shot' in a ? 'shot' in b && a.shot === b.shot : 'frames' in b && overlaps(a.frames, b.frames);

function placeLines(said: NonNullable<SettingsFile['lines']>, { lines }: SettingsOf, tell: Tell): LineWish[] {
  const known = new Map(lines.map((line) => [line.index, line]));
  return said.map(({ line, text, offset = 0, cues = [], ...wish }, at) => {
    const own = known.get(line);
    if (own === undefined) {
      const range =
        lines.length === 0 ? 'it has none' : `its lines are 0 to ${lines[lines.length - 1].index}`;
      tell(`lines[${at}].line`, `is ${line}, which the script does not have: ${range}`);
    } else if (text !== undefined && plain(text) !== plain(own.text)) {
      tell(`lines[${at}].text`, `is not what line ${line} says, which is ${JSON.stringify(own.text)}`);
    }
    const before = said.findIndex((other) => other.line === line);
    if (before < at) tell(`lines[${at}].line`, `is ${line}, which lines[${before}] is about already`);
    return { line, wish: onlyGiven(wish), offset, cues };
  });
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function placeMask(
  mask: NonNullable<SettingsFile['masks']>[number],
  place: string,
  of: SettingsOf,
  tell: Tell,
): MovingMask {
  const { shot, from, to, performer = null, shows, unit, shapes } = mask;
  const { width, height } = of.film;
  const [x, y] = unit === 'picture' ? [width, height] : [1, 1];
  const feather = mask.feather === undefined ? USUAL_FEATHER * height : mask.feather * y;
  const keys = shapes.map(({ frame, at, corners }, index): MaskKey => {
    const here = `${place}.shapes[${index}]`;
    return {
      frame: frame === undefined ? frameOf(at ?? 0, `${here}.at`, of, tell) : inFilm(frame, here, of, tell),
      corners: corners.map(([left, top]) => [left * x, top * y] as const),
    };
  });
  keys.forEach(({ frame }, index) => {
    if (index > 0 && frame <= keys[index - 1].frame)
      tell(`${place}.shapes[${index}]`, 'does not come after the one before it');
  });
  const outside = keys
    .flatMap(({ corners }) => corners)
    .every(([l, t]) => l < 0 || t < 0 || l > width || t > height);
  if (outside) tell(`${place}.shapes`, `lies outside the picture of ${width} × ${height} pixels`);
  return { where: placeOf({ shot, from, to }, place, of, tell), performer, shows, feather, keys };
}

function inFilm(frame: number, place: string, { film }: SettingsOf, tell: Tell): number {
  const last = film.clock.times.length - 1;
  if (frame > last) tell(`${place}.frame`, `is ${frame}, after the film's last frame, ${last}`);
  return frame;
}

/** The frame on the screen at a time. */
const frameOf = (at: string | number, place: string, of: SettingsOf, tell: Tell): number =>
  frameAt(of.film.clock, (instant(at, place, of, tell) ?? 0) + NEARLY);
