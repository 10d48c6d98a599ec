import { wordAt, type Expansion, type Place, type Rule } from './rule.ts';
import { bare, tailOf } from './tokens.ts';

const mostParts = 4;

/** Abbreviations, also those that are written with spaces: `z. B.`. */
export const abbreviation: Rule = (place) => {
  const { abbreviations = {} } = place.forms;
  for (let count = Math.min(mostParts, place.tokens.length - place.at); count > 0; count--) {
    const parts = place.tokens.slice(place.at, place.at + count);
    if (count > 1 && !parts.slice(0, -1).every((part) => part.endsWith('.'))) continue;
    const written = parts.join('').replace(/^[^\p{L}\p{N}]+/u, '');
    const key = [
      written,
      written.replace(/[^\p{L}\p{N}°º]+$/u, '.'),
      written.replace(/[^\p{L}\p{N}°º]+$/u, ''),
    ].find((form) => Object.hasOwn(abbreviations, form) && isWhole(form, written, place));
    if (key !== undefined) {
      const said = behindName(key, place) ?? abbreviations[key];
      return { count, text: said + tailBehind(key, written, place, count) };
    }
  }
  return undefined;
};

/** Those that count something, and those that are a person's or a place's: without a number or a name they are words. */
const counts = /^(?:No|n|r|min|max)\.$/u;
const names = /^(?:p|S|D|R|V)\.$/u;

const isWhole = (form: string, written: string, place: Place): boolean => {
  if (counts.test(form)) return form === written && hasNumber(place);
  if (names.test(form)) return form === written && hasName(place);
  return form !== 'M.' || (form === written && wordAt(place, 1) !== '');
};

const hasNumber = (place: Place): boolean =>
  /^\d/u.test(wordAt(place, 1)) || /\d$/u.test(bare(wordAt(place, -1)));
/** What it means behind a name, where it is not the beginning of another. */
const behindName = (key: string, place: Place): string | undefined =>
  place.at > 0 && /^\p{Lu}\p{Ll}+$/u.test(wordAt(place, -1)) && !hasName(place)
    ? place.forms.behindNames?.[key]
    : undefined;

const hasName = (place: Place): boolean => /^\p{Lu}/u.test(wordAt(place, 1));

/** The dot of an abbreviation ends no sentence, unless nothing follows. */
function tailBehind(key: string, written: string, { tokens, at }: Place, count: number): string {
  const tail = tailOf(written.startsWith(key) ? written.slice(key.length) : written);
  return at + count >= tokens.length || /[,!?;:…]/u.test(tail) ? tail : '';
}

const amount = String.raw`\d[\d.,\u00a0'’]*`;
const scale =
  /^(?:hundred|thousand|million|billion|trillion|millones|milliard|milioni|miliard|milh|miljoen|miljard|тысяч|миллион|миллиард|Mio|Mrd|tausend)/iu;

/** `$20`, `20 €`, `R$ 20`, `$5 million`, `3,50 €`. */
export const money: Rule = (place) => {
  const { money: names = {} } = place.forms;
  const [first, second] = [wordAt(place), wordAt(place, 1)];
  for (const [sign, name] of Object.entries(names).sort(([a], [b]) => b.length - a.length)) {
    const held = escape(sign);
    const joint = new RegExp(
      `^[^\\p{L}\\p{N}$€£¥]*(?:${held}(${amount})|(${amount})${held})[^\\p{L}\\p{N}]*$`,
      'u',
    ).exec(first);
    if (joint) return pay(place, joint[1] ?? joint[2], name, 1);
    if (bareSign(first) === sign && /^\d/u.test(second)) return pay(place, bare(second), name, 2);
    if (new RegExp(`^${amount}$`, 'u').test(first) && bareSign(second) === sign)
      return pay(place, first, name, 2);
  }
  return undefined;
};

function pay(place: Place, figure: string, name: string, count: number): Expansion {
  const scaled = wordAt(place, count);
  const number = figure.replace(/[.,]+$/u, '');
  if (scale.test(scaled))
    return { count: count + 1, text: `${number} ${bare(scaled)} ${name}${tailOf(scaled)}` };
  const last = place.tokens[place.at + count - 1];
  const [, whole, part] = /^(.*\d)[.,](\d\d)$/u.exec(number) ?? [];
  const text =
    whole === undefined ? `${number} ${name}` : `${whole} ${name}${part === '00' ? '' : ` ${Number(part)}`}`;
  return { count, text: text + tailOf(last) };
}

const bareSign = (token: string): string => token.replace(/[.,!?;:…]+$/u, '');
const escape = (text: string): string => text.replace(/[$^.*+?()[\]{}|\\/]/gu, '\\$&');

/** `5km`, `20 %`, `30 °C`: what is measured, behind its number. */
export const unit: Rule = (place) => {
  const { units = {} } = place.forms;
  const token = wordAt(place);
  const [, number, attached] = /^(\d[\d.,]*)(\P{N}+)$/u.exec(bareSign(token)) ?? [];
  if (number !== undefined && Object.hasOwn(units, attached))
    return { count: 1, text: `${number} ${units[attached]}${tailOf(token)}` };
  const alone = bareSign(token);
  if (!Object.hasOwn(units, alone) || !/^[^\p{L}]*\d$/u.test(wordAt(place, -1))) return undefined;
  return { count: 1, text: units[alone] + tailOf(token) };
};

/** `#1`, `n° 5` and the like are numbers of something. */
export const numbered: Rule = (place) => {
  const number = /^[#№](\d+)/u.exec(wordAt(place))?.[1];
  const word = place.forms.abbreviations?.['No.'] ?? place.forms.abbreviations?.['n°'];
  if (number === undefined || word === undefined) return undefined;
  return { count: 1, text: `${word} ${number}${tailOf(wordAt(place))}` };
};
