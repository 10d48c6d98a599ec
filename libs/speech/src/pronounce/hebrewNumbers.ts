import { splitIpa } from '@mondwerk/phonetics';

/** Counting, as Hebrew does it where no noun says otherwise. */
const ones = 'efes aχat ʃtajim ʃaloʃ aʁba χameʃ ʃeʃ ʃeva ʃmone teʃa'.split(' ');
const teens = 'eseʁ aχatesʁe ʃtemesʁe ʃloʃesʁe aʁbaesʁe χameʃesʁe ʃeʃesʁe ʃvaesʁe ʃmonaesʁe tʃaesʁe'.split(
  ' ',
);
const tens = ['', '', ...'esʁim ʃloʃim aʁbaim χamiʃim ʃiʃim ʃivim ʃmonim tiʃim'.split(' ')];

/** The sounds of a whole number below a million, which eSpeak NG's Hebrew leaves out; none for anything else. */
export function sayHebrewNumber(written: string): string[] {
  const figure = /^\D*(\d{1,6}|\d{1,3},\d{3})\D*$/u.exec(written)?.[1].replace(',', '');
  return figure === undefined ? [] : splitIpa(wordsOf(Number(figure)).join(' '));
}

function wordsOf(number: number): string[] {
  if (number < 10) return [ones[number]];
  if (number < 20) return [teens[number - 10]];
  if (number < 100) return joined(tens[Math.floor(number / 10)], number % 10);
  if (number < 1000) {
    const hundreds = Math.floor(number / 100);
    const word = hundreds === 1 ? 'mea' : hundreds === 2 ? 'matajim' : `${ones[hundreds]} meot`;
    return number % 100 < 20 ? joined(word, number % 100) : [word, ...rest(number % 100)];
  }
  const thousands = Math.floor(number / 1000);
  const word = thousands === 1 ? ['elef'] : thousands === 2 ? ['alpajim'] : [...wordsOf(thousands), 'elef'];
  return [...word, ...rest(number % 1000)];
}

const rest = (number: number): string[] => (number === 0 ? [] : wordsOf(number));

/** The last part is joined by `and`. */
const joined = (word: string, last: number): string[] =>
  last === 0 ? [word] : [word, `ve${wordsOf(last)[0]}`];
