import { wordAt, type Rule } from './rule.ts';
import { bare, tailOf } from './tokens.ts';

const numeral = /^(X{0,3})(IX|IV|V?I{0,3})$/u;
const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** What is counted, not called by an ordinal: wars, parts, chapters. */
const counted =
  /^(?:war|part|chapter|act|volume|phase|type|level|rocky|weltkrieg|teil|kapitel|akt|partie|chapitre|acte|parte|capítulo|capitolo|atto|deel|hoofdstuk|część|rozdział|siglo|século|secolo|siècle)$/iu;

/** `Henry VIII`, `Louis XIV`, `Teil II`: Roman numerals behind a word that begins with a capital. */
export const roman: Rule = (place) => {
  const written = wordAt(place).replace(/\.(?=.|$)/u, '');
  const century = /^([IVX]+)(?:er|re|e|ème)$/u.exec(bare(written))?.[1];
  const letters = century ?? bare(written);
  const [, tens, rest] = numeral.exec(letters) ?? [];
  if (tens === undefined || letters === '' || place.loud) return undefined;
  const value = tens.length * 10 + units.indexOf(rest);
  if (century !== undefined) {
    const said = place.forms.abbreviations?.[value === 1 ? '1er' : `${value}e`];
    return said === undefined ? undefined : { count: 1, text: said + tailOf(written) };
  }
  const before = bare(wordAt(place, -1));
  const isName = place.at > 0 && (/^\p{Lu}\p{Ll}/u.test(before) || counted.test(before));
  const isPronoun = letters.length === 1 && place.tag.startsWith('en');
  if (!isName || isPronoun || /[.!?]$/u.test(wordAt(place, -1))) return undefined;
  return { count: 1, ...sayKing(place.forms, value, counted.test(before), tailOf(written)) };
};

function sayKing(
  { ordinals = [], ordinalKings = ordinals.length, article = '' }: Parameters<Rule>[0]['forms'],
  value: number,
  isCounted: boolean,
  tail: string,
): { text: string; also?: { text: string }[][] } {
  const word = value <= ordinalKings && !isCounted ? ordinals[value - 1] : undefined;
  if (word === undefined) return { text: `${value}${tail}` };
  return { text: `${article} ${word}`.trim() + tail, also: [[{ text: String(value) }]] };
}
