/**
 * What a mouth does for a sound, each 0..1, as far as a face shows it. Speech sounds of any language are points in
 * this space, which is what lets a model learned on one language serve the others.
 */
export const FEATURES = [
  'closure',
  'labiodental',
  'rounding',
  'protrusion',
  'spread',
  'openness',
  'height',
  'backness',
  'jaw',
  'sibilance',
  'dental',
  'alveolar',
  'postalveolar',
  'palatal',
  'velar',
  'guttural',
  'stop',
  'fricative',
  'approximant',
  'lateral',
  'rhotic',
  'nasal',
  'voiced',
  'aspirated',
  'vowel',
  'long',
  'silence',
] as const;

/** The name of one articulatory feature. */
export type Feature = (typeof FEATURES)[number];

/** One value, 0..1, for each of `FEATURES`, in their order. */
export type Articulation = Float32Array;

/** Some features by name; those left out are 0. */
export type FeatureValues = Readonly<Partial<Record<Feature, number>>>;

/** Writes named features as a vector, each kept within 0..1. */
export const articulation = (values: FeatureValues): Articulation =>
  Float32Array.from(FEATURES, (feature) => Math.min(1, Math.max(0, values[feature] ?? 0)));

/** Reads one feature of a vector. */
export const featureOf = (vector: Articulation, feature: Feature): number =>
  vector[FEATURES.indexOf(feature)];
