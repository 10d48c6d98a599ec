import { median, type Phone, type TimeSpan } from '@mondwerk/film';
import { articulationOf, featureOf } from '@mondwerk/phonetics';
import type { Gain } from './editCues.ts';

/** A sound of one performer, and how loud it is at its loudest. */
export interface LoudSound {
  readonly phone: Phone;
  /** dB; `undefined` where the level says nothing. */
  readonly level: number | undefined;
}

/** How far a mouth moves while a syllable of a line is heard, 1 as predicted. */
export interface SyllableGain extends Gain {
  readonly line: number;
}

/** How much further a mouth moves for each dB by which a syllable is louder than its line (GRID: decision 0018). */
const WITHIN_LINE = 0.003;

/** How much further it moves for each dB beyond what lines differ anyway, e.g. because they were recorded so. */
const BETWEEN_LINES = 0.03;
const USUAL_DIFFERENCE = 15;

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
    const apart = means.get(line)! - usual;
    const beyond = Math.sign(apart) * Math.max(0, Math.abs(apart) - USUAL_DIFFERENCE);
    const whole = Math.exp(BETWEEN_LINES * beyond);
    const spans = syllablesOf(own.map(({ phone }) => phone));
    return own.map(({ phone, level }, at) => {
      const louder = own.length < LEAST_VOWELS ? 0 : level - means.get(line)! - (natural.get(phone.ipa) ?? 0);
      const gain = whole * (1 + WITHIN_LINE * louder);
      return { line, span: spans[at], gain: Math.min(MOST, Math.max(LEAST, gain)) };
    });
  });
}

interface LoudVowel {
  readonly phone: Phone;
  readonly level: number;
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

/** A line's syllables: from halfway after the vowel before to halfway before the next, a little beyond at the ends. */
function syllablesOf(vowels: readonly Phone[]): TimeSpan[] {
  return vowels.map(({ span }, at) => {
    const [before, after] = [vowels[at - 1]?.span, vowels[at + 1]?.span];
    return {
      start: before === undefined ? span.start - BEYOND : (before.end + span.start) / 2,
      end: after === undefined ? span.end + BEYOND : (span.end + after.start) / 2,
    };
  });
}

/** Consonants before the first vowel and after the last, in seconds. */
const BEYOND = 0.15;
