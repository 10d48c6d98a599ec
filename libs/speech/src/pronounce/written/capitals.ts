import { wordAt, type Rule } from './rule.ts';
import { bare, tailOf } from './tokens.ts';
import type { Piece } from './writtenWord.ts';

/** Always said letter by letter, whatever else their letters would make. */
const spelt = new Set(
  (
    'USA EU UK FBI CIA NSA BBC CNN NBC ABC CBS DNA TV PC DVD CD DJ VIP CEO CFO GPS SUV ATM HIV MRI IQ ID PR DC LA NY ' +
    'NYPD LAPD KGB SMS USB PDF WC BMW VW DDR BRD ARD ZDF RTL LKW PKW AG SNCF TGV PSG ADN OVNI'
  ).split(' '),
);

const inCapitals = /^\p{Lu}[\p{Lu}\p{M}'’]+$/u;
const longestName = 5;

/** Letters that somebody says one by one. */
const letterByLetter = (word: string): Piece[] => [...word].map((letter) => ({ text: letter }));

/**
 * A word in capitals is shouted, or its letters are said one by one. What the script has in small letters elsewhere is
 * shouted, as is all of a line in capitals; where both may be, both are.
 */
export const capitals: Rule = (place) => {
  const token = wordAt(place);
  const word = bare(token);
  if (!inCapitals.test(word)) return undefined;
  const small = word.toLocaleLowerCase(place.tag);
  const isName = [...word].length <= longestName && !/['’]/u.test(word);
  if (spelt.has(word) && !(place.loud && place.vocabulary.has(small)))
    return { count: 1, said: letterByLetter(word), also: [[{ text: small }]] };
  const shouted = place.loud || place.vocabulary.has(small);
  const also = isName && !place.loud ? { also: [letterByLetter(word)] } : {};
  return { count: 1, text: shouted ? small + tailOf(token) : token, ...also };
};
