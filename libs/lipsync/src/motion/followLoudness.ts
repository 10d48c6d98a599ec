import { median, type Phone } from '@mondwerk/film';
import { articulationOf, featureOf } from '@mondwerk/phonetics';
import type { Gain } from './editCues.ts';

/** A sound of one performer, and how loud it is at its loudest. */
export interface LoudSound {
  readonly phone: Phone;
  /** dB; `undefined` where the level says nothing. */
  readonly level: number | undefined;
}

/** How far a mouth moves while a vowel of a line is heard, 1 as predicted. */
export interface SyllableGain extends Gain {
  readonly line: number;
}

/** How much further a mouth moves for each dB, and how many dB change nothing (decision 0018). */
interface Following {
  readonly perDecibel: number;
  readonly usual: number;
}

/** A vowel against its line: GRID bears it out. */
const WITHIN_LINE: Following = { perDecibel: 0.005, usual: 0 };

/** A line against the performer's others, beyond what they differ by anyway, e.g. because they were recorded so. */
const BETWEEN_LINES: Following = { perDecibel: 0.02, usual: 6 };

/** A line with fewer vowels has no level of its own that its syllables could stand out from. */
const LEAST_VOWELS = 3;

/** So many sounds of a kind are needed until half of what they are louder than others is taken for their nature. */
const DOUBT = 5;

/** However loud or soft, a mouth moves no less far and no further than this. */
const LEAST = 0.7;
const MOST = 1.35;

/**
 * Lets a mouth follow its voice: further where a syllable is louder than the line, or the line far louder than the
 * performer's others, less far where they are softer. `sounds` are all that one performer says, in order.
 */
export function followLoudness(sounds: readonly LoudSound[]): SyllableGain[] {
  const vowels = sounds.flatMap(({ phone, level }) =>
    level !== undefined && isVowel(phone) ? [{ phone, level }] : [],
  );
  const lines = Map.groupBy(vowels, ({ phone }) => phone.line);
  const means = new Map([...lines].map(([line, own]) => [line, meanOf(own.map(({ level }) => level))]));
  if (means.size === 0) return [];
  const usual = median([...means.values()]);
  const natural = naturalLevels(vowels, means);
  return [...lines].flatMap(([line, own]) => {
    const whole = gainFor(means.get(line)! - usual, BETWEEN_LINES);
    return own.map(({ phone, level }) => {
      const louder = own.length < LEAST_VOWELS ? 0 : level - means.get(line)! - (natural.get(phone.ipa) ?? 0);
      const gain = whole * gainFor(louder, WITHIN_LINE);
      return { line, span: phone.span, gain: Math.min(MOST, Math.max(LEAST, gain)) };
    });
  });
}

interface LoudVowel {
  readonly phone: Phone;
  readonly level: number;
}

function gainFor(louder: number, { perDecibel, usual }: Following): number {
  const beyond = Math.max(0, Math.abs(louder) - usual);
  return Math.exp(perDecibel * Math.sign(louder) * beyond);
}

const isVowel = ({ ipa }: Phone): boolean => featureOf(articulationOf(ipa), 'vowel') >= 0.5;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how much each vowel is louder than its lines, as far as it was heard often enough: `a` is louder than `i` anyway. */
function naturalLevels(
  vowels: readonly LoudVowel[],
  means: ReadonlyMap<number, number>,
): Map<string, number> {
  const byKind = Map.groupBy(vowels, ({ phone }) => phone.ipa);
  return new Map(
    [...byKind].map(([ipa, own]) => {
      const louder = own.reduce((sum, { phone, level }) => sum + level - means.get(phone.line)!, 0);
      return [ipa, louder / (own.length + DOUBT)];
    }),
  );
}
