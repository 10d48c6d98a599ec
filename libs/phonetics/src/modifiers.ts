import type { Feature, FeatureValues } from './features.ts';

/** A change to a segment's features: added, then kept within 0..1. */
type Change = Partial<Record<Feature, number>>;

/** Marks that change what the mouth does, by what each adds to the features of the letter before it. */
export const modifiers: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['ː', { long: 1 }],
  ['ˑ', { long: 0.5 }],
  ['\u0303', { nasal: 0.6 }],
  ['ʰ', { aspirated: 1 }],
  ['ʱ', { aspirated: 1 }],
  ['ʷ', { rounding: 0.8, protrusion: 0.7 }],
  ['ᵝ', { rounding: 0.3 }],
  ['ᶹ', { rounding: 0.4 }],
  ['ʲ', { palatal: 0.5, spread: 0.3 }],
  ['ˠ', { velar: 0.4 }],
  ['ˤ', { guttural: 0.5, jaw: 0.1, rounding: 0.1 }],
  ['˞', { rhotic: 0.6, rounding: 0.2 }],
  ['ʼ', {}],
  ['ʴ', { rhotic: 0.4 }],
  ['ᵊ', {}],
  ['ⁿ', { nasal: 0.5 }],
  ['ˡ', { lateral: 0.5 }],
  ['\u0325', { voiced: -1 }],
  ['\u030A', { voiced: -1 }],
  ['\u032C', { voiced: 1 }],
  ['\u0324', { aspirated: 0.5 }],
  ['\u0339', { rounding: 0.25, protrusion: 0.2 }],
  ['\u031C', { rounding: -0.25, protrusion: -0.2 }],
  ['\u032A', { dental: 0.5, alveolar: -0.3 }],
  ['\u031D', { openness: -0.12, height: 0.12, jaw: -0.1 }],
  ['\u031E', { openness: 0.12, height: -0.12, jaw: 0.1, closure: -0.65, stop: -1 }],
  ['\u031F', { backness: -0.15 }],
  ['\u0320', { backness: 0.15 }],
  ['\u0308', { backness: 0.25 }],
  ['\u0334', { guttural: 0.3 }],
]);

/** Marks that belong to the letter before them but change nothing that a face shows. */
const silentMarks = /^[\u0300-\u036F\u1DC0-\u1DFFʰ-ʸˀ-ˁˈ-ˣᴬ-ᵪᶛ-ᶿⁿ]$/u;

/** Whether a character modifies the letter before it. */
export const isModifier = (character: string): boolean =>
  modifiers.has(character) || silentMarks.test(character);

/** Adds what the marks change to the features of a letter. */
export function modify(values: FeatureValues, marks: readonly string[]): FeatureValues {
  return marks.reduce<FeatureValues>((before, mark) => {
    const change = Object.entries(modifiers.get(mark) ?? {}) as [Feature, number][];
    const after = change.map(([feature, amount]) => [
      feature,
      Math.min(1, Math.max(0, (before[feature] ?? 0) + amount)),
    ]);
    return { ...before, ...Object.fromEntries(after) };
  }, values);
}
