import type { StemKind } from '#lib/api/stems.ts';

/** What a file that somebody brings is for a dub. */
export type BroughtKind = StemKind | 'script' | 'original-script';

/** Somebody whose voice a file may be. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is known of a dub when a file is brought. */
export interface KnownNames {
  readonly characters: readonly Named[];
  /** The language of the original dialogue, as a BCP 47 tag; `null` where nobody has said. */
  readonly original: string | null;
}

/** What a file seems to be. */
export interface Guess {
  readonly kind: BroughtKind;
  readonly character: string | null;
}

const SOUND_ENDINGS = [
  ...['wav', 'wave', 'bwf', 'rf64', 'w64', 'aif', 'aiff', 'aifc', 'caf', 'flac', 'mp3', 'mp2', 'm4a', 'aac'],
  ...['ac3', 'eac3', 'ogg', 'oga', 'opus', 'wma', 'mka', 'mxf'],
];

const SCRIPT_ENDINGS = [
  ...['srt', 'vtt', 'txt', 'ttml', 'dfxp', 'itt', 'imsc', 'dapt', 'xml', 'detx', 'csv', 'tsv'],
];

/** The endings of scripts, with their points. */
export const SCRIPT_FILES: readonly string[] = SCRIPT_ENDINGS.map((ending) => `.${ending}`);

/** The endings of the files that a dub is made from, with their points. */
export const ENDINGS: readonly string[] = [...SOUND_ENDINGS, ...SCRIPT_ENDINGS].map((ending) => `.${ending}`);

/** Words in names of files that tell what is in them. */
const HINTS: readonly (readonly [StemKind, readonly string[]])[] = [
  [
    'music-and-effects',
    [
      ...['mne', 'music', 'musik', 'musique', 'musica', 'muziek', 'effects', 'effekte', 'effets', 'efectos'],
      ...['sfx', 'fx', 'foley', 'international', 'bruitage'],
    ],
  ],
  ['mix', ['mix', 'dubmix', 'mixage', 'mezcla', 'mischung', 'fullmix', 'printmaster', 'master', 'comp']],
  [
    'dialogue',
    ['dialogue', 'dialogues', 'dialog', 'dialoge', 'dialogo', 'dialogos', 'dx', 'dia', 'dial', 'vox', 'stem'],
  ],
];

const ORIGINAL = ['original', 'originale', 'ov', 'og', 'source', 'vo'];

/** Music and effects are often called M&E, which a name in small letters hides. */
const MUSIC_AND_EFFECTS = /(^|[^A-Za-z])M(\s?&\s?|\+|_?AND_?)?E(?![A-Za-z])/;

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';

/** What is brought for a purpose of an upload; `null` where a dub cannot use it. */
export function purposeOf({
  name,
  type,
}: {
  readonly name: string;
  readonly type: string;
}): 'stem' | 'script' | null {
  const ending = endingOf(name);
  if (SCRIPT_ENDINGS.includes(ending)) return 'script';
  if (SOUND_ENDINGS.includes(ending) || type.startsWith('audio/')) return 'stem';
  return type.startsWith('text/') && ending === '' ? 'script' : null;
}

/** Guesses from its name what a file is for a dub. */
export function guessBrought(name: string, purpose: 'stem' | 'script', known: KnownNames): Guess {
  const words = wordsOf(name);
  if (purpose === 'script') {
    const original = [...ORIGINAL, ...languageWords(known.original)];
    return {
      kind: words.some((word) => original.includes(word)) ? 'original-script' : 'script',
      character: null,
    };
  }
  const hinted = HINTS.find(([, hints]) => words.some((word) => hints.includes(word)))?.[0];
  if (hinted === 'music-and-effects' || hinted === 'mix') return { kind: hinted, character: null };
  const character = characterIn(words, known.characters);
  return { kind: hinted ?? (character === null ? 'mix' : 'dialogue'), character };
}

/** The words of a name of a file, in small letters without accents. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/\.[^.]+$/, '')
    .replace(MUSIC_AND_EFFECTS, '$1 mne ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The character whose name is in the words; of several the longest name. */
function characterIn(words: readonly string[], characters: readonly Named[]): string | null {
  const text = ` ${words.join(' ')} `;
  const found = characters
    .map(({ id, name }) => ({ id, own: wordsOf(`${name}.`) }))
    .filter(
      ({ own }) => own.length > 0 && (text.includes(` ${own.join(' ')} `) || words.includes(own.join(''))),
    )
    .sort((a, b) => b.own.join('').length - a.own.join('').length);
  return found[0]?.id ?? null;
}

/** How a language is called in names of files. */
function languageWords(tag: string | null): string[] {
  if (tag === null) return [];
  const { language } = new Intl.Locale(tag);
  const names = ['en', language].map((locale) =>
    new Intl.DisplayNames(locale, { type: 'language' }).of(language),
  );
  return [language, ...names.flatMap((name) => wordsOf(`${name ?? ''}.`))];
}
