import { wordAt, type Expansion, type Place, type Rule } from './rule.ts';
import { bare, tailOf } from './tokens.ts';

const one = (place: Place, text: string, also?: string): Expansion => ({
  count: 1,
  text: text + tailOf(wordAt(place)),
  ...(also === undefined ? {} : { also: [[{ text: also }]] }),
});

const decades = [
  '',
  'tens',
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
];

/** `1984` is nineteen eighty-four in English, neunzehnhundertvierundachtzig in German. */
export const year: Rule = (place) => {
  const { years } = place.forms;
  const [, century, rest] = /^(1[1-9]|20(?=[1-9]))(\d\d)$/u.exec(bare(wordAt(place))) ?? [];
  if (years === undefined || century === undefined) return undefined;
  if (years.by === 'hundreds')
    return century === '20'
      ? undefined
      : one(place, `${century} ${years.word} ${rest === '00' ? '' : Number(rest)}`);
  const half = rest === '00' ? 'hundred' : rest.startsWith('0') ? `oh ${rest[1]}` : rest;
  return one(place, `${century} ${half}`, `${century}${rest}`);
};

/** `1990s`, `’90s`, `1990er`. */
export const decade: Rule = (place) => {
  const { years } = place.forms;
  const [, century = '', ten, ending] = /^(1[1-9]|20)?(\d)0['’]?(s|er|ers)$/u.exec(bare(wordAt(place))) ?? [];
  if (years === undefined || ten === undefined || ending === undefined) return undefined;
  if (years.by === 'halves')
    return one(place, `${century} ${ten === '0' ? 'hundreds' : decades[Number(ten)]}`);
  return century === '' ? undefined : one(place, `${century} ${years.word} ${ten}0${ending}`);
};

/** Times of day: `10:30`, `10h30`; a word behind that says the same belongs to it. */
export const clock: Rule = (place) => {
  const token = wordAt(place);
  const [, hour, minutes] = /^(\d{1,2})[:h](\d\d)$/u.exec(bare(token)) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minutes) > 59) return undefined;
  const { clock: said, years } = place.forms;
  if (said === undefined) {
    if (years?.by !== 'halves') return minutes === '00' ? one(place, String(Number(hour))) : undefined;
    const isMarked = /^[ap]\.?m/iu.test(wordAt(place, 1));
    const late = minutes === '00' ? (isMarked ? '' : 'o’clock') : minutes.replace(/^0/u, 'oh ');
    return one(place, `${Number(hour)} ${late}`);
  }
  const behind = said.behind.includes(bare(wordAt(place, 1)));
  const last = behind ? wordAt(place, 1) : token;
  const middle = minutes === '00' && said.behind.length === 0 ? '' : said.between;
  const rest = minutes === '00' ? '' : Number(minutes);
  return { count: behind ? 2 : 1, text: `${Number(hour)} ${middle} ${rest}`.trim() + tailOf(last) };
};

/** Numbers of telephones, rooms and agents are said digit by digit. */
export const digits: Rule = (place) => {
  const word = bare(wordAt(place));
  const isNumber = /^\+?\d[\d().\-‑–/]*\d$/u.test(word.replace(/^\(/u, ''));
  const count = word.replace(/\D/gu, '').length;
  const isCalled =
    /^\d{3}[-‑–]\d{4}$/u.test(word) || (count >= 7 && /[-‑–/]/u.test(word)) || /^\+?0\d/u.test(word);
  if (!isNumber || !isCalled || /^\d{4}[-–]\d{4}$|^0?\d[./]/u.test(word)) return undefined;
  const said = word.replace(/\D/gu, '').split('').join(' ');
  const oh =
    place.forms.years?.by === 'halves' && said.includes('0') ? said.replaceAll('0', 'oh') : undefined;
  return one(place, said, oh);
};

/** `1/2`, `3/4`, `10–20`, `24/7`. */
export const fraction: Rule = (place) => {
  const word = bare(wordAt(place));
  const known = place.forms.fractions?.[word];
  if (known !== undefined) return one(place, known);
  const [, from, sign, to] = /^(\d{1,4})([/‑–-])(\d{1,4})$/u.exec(word) ?? [];
  if (from === undefined) return undefined;
  if (sign === '/') return one(place, `${from} ${to}`);
  if (place.forms.range === undefined || Number(from) >= Number(to)) return undefined;
  return one(place, `${from} ${place.forms.range} ${to}`);
};

/** `am 3. Mai`: a number with a dot and more behind it is an ordinal where a language writes it so. */
export const ordinal: Rule = (place) => {
  const { dotted, ordinals = [] } = place.forms;
  const number = /^(\d{1,2})\.$/u.exec(wordAt(place))?.[1];
  const word = number === undefined ? undefined : ordinals[Number(number) - 1];
  if (!dotted || word === undefined || !/^\p{L}/u.test(wordAt(place, 1))) return undefined;
  const isOblique = /^(?:am|vom|zum|beim|im|dem|den|des)$/iu.test(wordAt(place, -1)) && /te$/u.test(word);
  return { count: 1, text: isOblique ? `${word}n` : word, also: [[{ text: word }]] };
};
