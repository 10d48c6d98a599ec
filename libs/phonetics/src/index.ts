export * from './articulation.ts';
export { FEATURES, featureOf } from './features.ts';
export type { Articulation, Feature } from './features.ts';
export * from './knownLetters.ts';
export * from './lipClass.ts';
export * from './splitIpa.ts';
