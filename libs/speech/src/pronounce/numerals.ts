const digits = '零一二三四五六七八九';
const small = ['', '十', '百', '千'];
const large = ['', '万', '亿', '兆'];

/** What a language says for signs round numbers: what is written, what is read. */
export type Signs = readonly (readonly [RegExp, string])[];

/**
 * Writes the whole numbers and decimals of a text in Chinese characters, so that their reader can say them, and before
 * that their signs as the language has them.
 */
export const spellNumerals = (text: string, signs: Signs): string =>
  signs
    .reduce((rest, [pattern, by]) => rest.replace(pattern, by), text.normalize('NFKC'))
    .replace(/\d{1,3}(?:,\d{3})+/g, (number) => number.replaceAll(',', ''))
    .replace(/(\d+)(?:\.(\d+))?/g, (_, whole: string, part?: string) =>
      part === undefined ? spell(whole) : `${spell(whole)}点${oneByOne(part)}`,
    );

const oneByOne = (number: string): string => [...number].map((digit) => digits[Number(digit)]).join('');

function spell(number: string): string {
  if (number.length > 16 || /^0\d/.test(number)) return oneByOne(number);
  if (Number(number) === 0) return digits[0];
  const groups = number.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [];
  const text = groups
    .map((group, at) => (Number(group) === 0 ? '零' : spellGroup(group) + large[groups.length - 1 - at]))
    .join('');
  return tidy(text);
}

const spellGroup = (group: string): string =>
  [...group]
    .map((digit, at) => (digit === '0' ? digits[0] : digits[Number(digit)] + small[group.length - 1 - at]))
    .join('')
    .replace(/零+$/, '');

const tidy = (text: string): string =>
  text.replace(/零+/g, '零').replace(/零$/, '').replace(/^零/, '').replace(/^一十/, '十');
