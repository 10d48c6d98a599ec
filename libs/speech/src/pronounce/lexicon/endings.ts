/** What languages put behind names to inflect them, the longest first; written together or behind an apostrophe. */
const endings: Readonly<Record<string, string>> = {
  en: 's',
  de: 'sche schen scher s',
  nl: 'tje s',
  sv: 's',
  da: 's',
  nb: 's',
  no: 's',
  pl: 'owie owi ami ach iem em om ów ie ę ą a u y i',
  cs: 'ovi ovou ová ové em ům ou a u y e i',
  sk: 'ovi ovou ová om ou a u y e i',
  ru: 'ами ями ов ом ем ой ей ах ях а у ы е и ю я',
  uk: 'ами ями ові ів ом ем ою ею ах ях а у и і ю я',
  hu: 'nak nek val vel ban ben nál nél hoz hez höz ról ről tól től ra re ba be ért on en ön ot et öt at t ék é',
  fi: 'ssa ssä sta stä lla llä lta ltä lle ksi na nä iin in an än n a ä',
  et: 'ga le lt st s l d t',
};

/** The apostrophes that part a name from what is put to it. */
const apostrophe = /['’ʼ]/u;

/** A word that is a known one with something put before or behind it. */
export interface Inflected {
  readonly stem: string;
  /** As written, without the apostrophe. */
  readonly before?: string;
  readonly behind?: string;
}

/** The ways in which a word may be another one, inflected: `Wójcik’s`, `Annas`, `d’Artagnan`, `Ankara'da`. */
export function inflectionsOf(word: string, tag: string): Inflected[] {
  const found: Inflected[] = [];
  const at = word.search(apostrophe);
  if (at === word.length - 1) found.push({ stem: word.slice(0, -1) });
  else if (at > 0) {
    found.push({ stem: word.slice(0, at), behind: word.slice(at + 1) });
    found.push({ stem: word.slice(at + 1), before: word.slice(0, at) });
  }
  for (const behind of (endings[tag.toLowerCase().split('-')[0]] ?? '').split(' ')) {
    if (behind !== '' && word.length > behind.length + 2 && word.endsWith(behind))
      found.push({ stem: word.slice(0, -behind.length), behind });
  }
  return found;
}

const hissing = new Set(['s', 'z', 'ʃ', 'ʒ', 'tʃ', 'dʒ']);
const voiceless = new Set(['p', 't', 'k', 'f', 'θ']);

/** English endings sound by what they stand behind; `undefined` for what is read as it is written. */
export function englishEnding(behind: string, last: string): readonly string[] | undefined {
  if (behind === 's') return hissing.has(last) ? ['ɪ', 'z'] : voiceless.has(last) ? ['s'] : ['z'];
  if (behind === 'd') return last === 't' || last === 'd' ? ['ɪ', 'd'] : ['d'];
  return { ll: ['ə', 'l'], ve: ['ə', 'v'], re: ['ɚ'] }[behind];
}

/** What French, Italian and their neighbours put before a vowel, without its own vowel. */
export const elided: Readonly<Record<string, string>> = {
  d: 'd',
  l: 'l',
  j: 'ʒ',
  m: 'm',
  n: 'n',
  s: 's',
  t: 't',
  qu: 'k',
};
