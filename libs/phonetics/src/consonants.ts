import type { FeatureValues } from './features.ts';

/** What each place of articulation does to lips, jaw and visible tongue. */
const places = {
  bilabial: { closure: 1, jaw: 0.12 },
  /** The lips come near and let the breath through: Spanish `β`, Japanese `ɸ`. */
  betweenLips: { closure: 0.35, jaw: 0.15 },
  labiodental: { labiodental: 1, jaw: 0.12 },
  /** The lip is near the teeth and does not touch them. */
  nearTeeth: { labiodental: 0.7, jaw: 0.15 },
  dental: { dental: 1, jaw: 0.2 },
  alveolar: { alveolar: 1, jaw: 0.15 },
  postalveolar: { postalveolar: 1, rounding: 0.6, protrusion: 0.8, jaw: 0.1 },
  retroflex: { postalveolar: 0.8, rounding: 0.3, protrusion: 0.3, jaw: 0.2 },
  alveolopalatal: { postalveolar: 0.5, palatal: 0.5, spread: 0.4, jaw: 0.1 },
  palatal: { palatal: 1, spread: 0.4, jaw: 0.15 },
  labiovelar: { rounding: 1, protrusion: 0.9, velar: 0.5, jaw: 0.15 },
  labiopalatal: { rounding: 1, protrusion: 0.9, palatal: 0.6, jaw: 0.12 },
  velar: { velar: 1, jaw: 0.3 },
  uvular: { velar: 0.5, guttural: 0.5, jaw: 0.35 },
  pharyngeal: { guttural: 1, jaw: 0.45 },
  glottal: { guttural: 0.4, jaw: 0.3 },
} as const satisfies Record<string, FeatureValues>;

/** What each manner of articulation adds. */
const manners = {
  stop: { stop: 1 },
  nasal: { nasal: 1, stop: 0.5 },
  fricative: { fricative: 1 },
  sibilant: { fricative: 1, sibilance: 1 },
  lateralFricative: { fricative: 1, lateral: 1 },
  approximant: { approximant: 1 },
  lateral: { approximant: 0.6, lateral: 1 },
  tap: { rhotic: 0.6, stop: 0.3 },
  trill: { rhotic: 1 },
  rhotic: { rhotic: 1, approximant: 1 },
  click: { stop: 1 },
} as const satisfies Record<string, FeatureValues>;

type Place = keyof typeof places;
type Manner = keyof typeof manners;

/** Place, manner, then the voiceless and the voiced symbols. */
const rows: readonly (readonly [Place, Manner, voiceless: string, voiced: string])[] = [
  ['bilabial', 'stop', 'p', 'b ɓ'],
  ['bilabial', 'nasal', '', 'm'],
  ['betweenLips', 'fricative', 'ɸ', 'β'],
  ['bilabial', 'trill', '', 'ʙ'],
  ['bilabial', 'click', 'ʘ', ''],
  ['labiodental', 'nasal', '', 'ɱ'],
  ['labiodental', 'fricative', 'f', 'v'],
  ['labiodental', 'tap', '', 'ⱱ'],
  ['nearTeeth', 'approximant', '', 'ʋ'],
  ['dental', 'fricative', 'θ', 'ð'],
  ['dental', 'click', 'ǀ', ''],
  ['alveolar', 'stop', 't', 'd ɗ'],
  ['alveolar', 'nasal', '', 'n'],
  ['alveolar', 'trill', '', 'r'],
  ['alveolar', 'tap', '', 'ɾ ɺ'],
  ['alveolar', 'sibilant', 's', 'z'],
  ['alveolar', 'lateralFricative', 'ɬ', 'ɮ'],
  ['alveolar', 'lateral', '', 'l ɫ'],
  ['alveolar', 'click', 'ǃ ǁ', ''],
  ['postalveolar', 'sibilant', 'ʃ ɧ', 'ʒ'],
  ['postalveolar', 'rhotic', '', 'ɹ'],
  ['retroflex', 'stop', 'ʈ', 'ɖ ᶑ'],
  ['retroflex', 'nasal', '', 'ɳ'],
  ['retroflex', 'tap', '', 'ɽ'],
  ['retroflex', 'sibilant', 'ʂ', 'ʐ'],
  ['retroflex', 'rhotic', '', 'ɻ'],
  ['retroflex', 'lateral', '', 'ɭ'],
  ['alveolopalatal', 'sibilant', 'ɕ', 'ʑ'],
  ['palatal', 'stop', 'c', 'ɟ ʄ'],
  ['palatal', 'nasal', '', 'ɲ'],
  ['palatal', 'fricative', 'ç', 'ʝ'],
  ['palatal', 'approximant', '', 'j'],
  ['palatal', 'lateral', '', 'ʎ'],
  ['palatal', 'click', 'ǂ', ''],
  ['labiovelar', 'approximant', 'ʍ', 'w'],
  ['labiopalatal', 'approximant', '', 'ɥ'],
  ['velar', 'stop', 'k', 'ɡ g ɠ'],
  ['velar', 'nasal', '', 'ŋ'],
  ['velar', 'fricative', 'x', 'ɣ'],
  ['velar', 'approximant', '', 'ɰ'],
  ['velar', 'lateral', '', 'ʟ'],
  ['uvular', 'stop', 'q', 'ɢ ʛ'],
  ['uvular', 'nasal', '', 'ɴ'],
  ['uvular', 'fricative', 'χ', 'ʁ'],
  ['uvular', 'trill', '', 'ʀ'],
  ['pharyngeal', 'fricative', 'ħ ʜ', 'ʕ ʢ'],
  ['pharyngeal', 'stop', 'ʡ', ''],
  ['glottal', 'stop', 'ʔ', ''],
  ['glottal', 'fricative', 'h', 'ɦ'],
];

const symbolsOf = (text: string): string[] => text.split(' ').filter((symbol) => symbol !== '');

/** Every IPA consonant letter with its features. */
export const consonants: ReadonlyMap<string, FeatureValues> = new Map(
  rows.flatMap(([place, manner, voiceless, voiced]) => {
    const values = { ...places[place], ...manners[manner] };
    return [
      ...symbolsOf(voiceless).map((symbol) => [symbol, values] as const),
      ...symbolsOf(voiced).map((symbol) => [symbol, { ...values, voiced: 1 }] as const),
    ];
  }),
);

/** A consonant nobody has a letter for: the tongue somewhere in the mouth, the jaw nearly shut. */
export const neutralConsonant: FeatureValues = { alveolar: 0.5, approximant: 0.5, jaw: 0.2 };
