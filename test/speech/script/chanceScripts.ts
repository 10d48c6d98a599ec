import { rate, type OnScreen, type Rate } from '@mondwerk/film';
import {
  EMPTY_SCRIPT,
  type RichText,
  type ScriptDocument,
  type ScriptFormat,
  type ScriptLine,
  type Tagged,
} from '@mondwerk/speech';

/** Numbers that look like chance and are the same every time (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  oneOf<T>(things: readonly T[]): T {
    return things[this.below(things.length)];
  }

  maybe<T>(make: () => T): T | undefined {
    return this.next() < 0.5 ? make() : undefined;
  }
}

/** All formats. */
export const FORMATS = ['srt', 'vtt', 'ttml', 'dapt', 'detx', 'csv'] as const;

const WORDS = [
  'tea',
  'Übung',
  '東京',
  'a<b',
  'R&D',
  '"so"',
  'it’s',
  'שלום',
  '&amp;',
  '<i>',
  '3 > 2',
  '…',
  'ça',
  'e\u0301',
  '5\u00a0km',
];
/** Frame rates of films. */
export const RATES: readonly Rate[] = [
  rate(24_000, 1001),
  rate(24),
  rate(25),
  rate(30_000, 1001),
  rate(60_000, 1001),
  rate(50),
];
const LANGUAGES = ['en', 'fr', 'pt-BR', 'zh-Hant'];

const words = (dice: Dice): string =>
  Array.from({ length: 1 + dice.below(4) }, () => dice.oneOf(WORDS))
    .join(dice.next() < 0.2 ? '\n' : ' ')
    .trim() || 'tea';

/** What each format can mark in its texts. */
const MARKS: Readonly<Record<ScriptFormat, readonly Tagged['tag'][]>> = {
  srt: ['italic', 'bold', 'underline', 'strike', 'color'],
  csv: ['italic', 'bold', 'underline', 'strike', 'color'],
  vtt: ['italic', 'bold', 'underline', 'class', 'lang', 'ruby', 'time'],
  ttml: ['italic', 'bold', 'underline', 'color', 'lang', 'ruby', 'time'],
  dapt: ['italic', 'bold', 'color', 'lang', 'ruby', 'time'],
  detx: [],
};

const VALUES: Partial<Record<Tagged['tag'], readonly string[]>> = {
  color: ['#ff0000', 'yellow'],
  class: ['loud', 'loud.far'],
  lang: ['es', 'nl'],
};

type Grid = (dice: Dice, from: number) => number;

interface Making {
  readonly dice: Dice;
  readonly format: ScriptFormat;
  /** An instant that the format can write, at or after another. */
  readonly grid: Grid;
}

/** Text with marks inside other marks, whose pieces never begin or end with a space. */
function rich(making: Making, start: number, around: readonly Tagged['tag'][] = []): RichText {
  const { dice, format, grid } = making;
  const pieces: (string | Tagged)[] = [words(dice)];
  while (dice.next() < 0.4 && MARKS[format].length > 0 && around.length < 2) {
    const tag = dice.oneOf(MARKS[format]);
    if (around.includes(tag) || (tag === 'time' && around.length > 0)) continue;
    const value = VALUES[tag] && dice.oneOf(VALUES[tag]);
    const inside: RichText =
      tag === 'time'
        ? []
        : tag === 'ruby'
          ? ['東', { tag: 'ruby-text', inside: ['ひがし'] }]
          : rich(making, start, [...around, tag]);
    const at = tag === 'time' ? { at: grid(dice, start) } : {};
    pieces.push({ tag, ...(value === undefined ? {} : { value }), ...at, inside }, `, ${words(dice)}`);
  }
  return pieces;
}

/** A rhythm band: marks and words in turns, first and last a mark. */
function band({ dice, grid }: Making, start: number, end: number): RichText {
  const mark = (value: string, at: number): Tagged => ({
    tag: 'mark',
    value,
    at,
    ...(dice.next() < 0.2 && { loose: true as const }),
    inside: [],
  });
  const middle = Array.from({ length: dice.below(3) }, () => [
    mark(dice.oneOf(['mpb', 'fvr', 'weuqueu', 'neutral']), Math.min(end, grid(dice, start))),
    ` ${words(dice)} `,
  ]).flat();
  return [mark(dice.oneOf(['in_open', 'in_close']), start), words(dice), ...middle, mark('out_open', end)];
}

const defined = <T extends object>(thing: T): T =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T;

/** A script of everything that a format says it carries. */
export function makeScript(format: ScriptFormat, dice: Dice): ScriptDocument {
  const counts = format === 'detx' || (['ttml', 'dapt', 'csv'].includes(format) && dice.next() < 0.5);
  const clockRate = format === 'detx' ? rate(25) : dice.oneOf(RATES);
  const grid: Grid = (from_, from) =>
    counts
      ? ((Math.ceil((from * clockRate.num) / clockRate.den - 1e-6) + 1 + from_.below(400)) * clockRate.den) /
        clockRate.num
      : (Math.round(from * 1000) + 1 + from_.below(9000)) / 1000;
  const making = { dice, format, grid };
  const named = format === 'srt' || format === 'vtt' || format === 'csv';
  const names = format === 'srt' ? ['ANNA', 'DR. BELL'] : ['Anna', 'Dr. Bell', 'Léa <3'];
  const characters = names.map((name, at) =>
    defined({
      id: named ? name : `c${at}`,
      name,
      actor: ['ttml', 'dapt'].includes(format) ? dice.maybe(() => 'Jo Field') : undefined,
      color: format === 'detx' ? dice.maybe(() => '#00bb00') : undefined,
      gender: format === 'detx' ? dice.maybe(() => 'female') : undefined,
    }),
  );
  let start = 0;
  const lines = Array.from({ length: 1 + dice.below(5) }, (_, at): ScriptLine => {
    start = grid(dice, start);
    const end = grid(dice, start);
    const character = dice.maybe(() => dice.oneOf(characters).id);
    return lineOf(making, { at, start, end, character });
  });
  const used = new Set(lines.map(({ character }) => character));
  const carriesLanguage = !['srt', 'detx'].includes(format);
  return defined({
    ...EMPTY_SCRIPT,
    title: ['vtt', 'ttml', 'dapt', 'detx'].includes(format) ? dice.maybe(() => 'A walk & more') : undefined,
    language: carriesLanguage ? 'de' : undefined,
    original: format === 'dapt' || format === 'csv' ? 'en' : undefined,
    kind:
      format === 'dapt'
        ? dice.oneOf(['original', 'translated', 'pre-recording', 'as-recorded'] as const)
        : undefined,
    clock: counts
      ? {
          rate: clockRate,
          start: { frame: format === 'dapt' || format === 'detx' ? dice.below(2) * 90_000 : 0, drop: false },
        }
      : undefined,
    characters: named
      ? [...used].flatMap((id) =>
          id === undefined ? [] : characters.filter((character) => character.id === id),
        )
      : characters,
    lines,
    cuts: format === 'detx' ? [grid(dice, 0), grid(dice, 20)] : [],
    loops: format === 'detx' ? [grid(dice, 5)] : [],
    notes:
      format === 'vtt'
        ? [
            { before: 0, text: 'For the director' },
            { before: lines.length, text: 'two\nrows' },
          ]
        : [],
    layout: LAYOUTS[format],
    head: format === 'detx' ? [{ name: 'detx:author', attributes: { name: 'Field' }, text: '' }] : [],
  });
}

const LAYOUTS: Partial<Record<ScriptFormat, ScriptDocument['layout']>> = {
  vtt: { of: 'vtt', styles: [{ text: '::cue { color: red }' }], regions: [{ id: 'r1', width: '40%' }] },
  ttml: {
    of: 'ttml',
    styles: [{ id: 's1', 'tts:backgroundColor': 'black' }],
    regions: [{ id: 'r1', 'tts:origin': '10% 10%' }],
  },
};

interface Placed {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly character: string | undefined;
}

function lineOf(making: Making, { at, start, end, character }: Placed): ScriptLine {
  const { dice, format } = making;
  const text = format === 'detx' ? band(making, start, end) : rich(making, start);
  const is = (...formats: ScriptFormat[]): boolean => formats.includes(format);
  const seen: readonly OnScreen[] = is('detx') ? ['on', 'off'] : ['on', 'off', 'on-off', 'off-on'];
  return defined({
    id: is('vtt', 'ttml', 'dapt', 'csv') ? `line${at}` : undefined,
    span: { start, end },
    character,
    text,
    language: is('ttml', 'dapt') && format === 'ttml' ? dice.maybe(() => dice.oneOf(LANGUAGES)) : undefined,
    others: is('dapt', 'csv')
      ? dice.maybe(() => [defined({ language: is('dapt') ? 'en' : undefined, text: rich(making, start) })])
      : undefined,
    onScreen: is('dapt', 'csv', 'detx') ? dice.maybe(() => dice.oneOf(seen)) : undefined,
    reaction: is('detx') ? dice.maybe(() => true as const) : undefined,
    track: is('detx') ? dice.below(4) : is('csv') ? dice.maybe(() => dice.below(4)) : undefined,
    descriptions: is('dapt', 'csv')
      ? dice.maybe(() => [{ kind: 'scene', text: 'a quiet kitchen' }, { text: 'softly' }])
      : undefined,
    represents: is('dapt') ? dice.maybe(() => 'audio') : undefined,
    settings: is('vtt')
      ? dice.maybe(() => ({ region: 'r1', align: 'start', position: '10%' }))
      : is('ttml')
        ? dice.maybe(() => ({ region: 'r1', style: 's1', 'tts:textAlign': 'start', 'ttm:role': 'dialog' }))
        : is('srt')
          ? dice.maybe(() => ({ an: '8' }))
          : undefined,
  });
}
