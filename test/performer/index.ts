export * from './film.ts';
export * from './lines.ts';
export * from './mouthShape.ts';
export * from './performance.ts';
export * from './performers.ts';
export * from './replacementFilms.ts';
export { speak, type SpokenPhone, type Utterance } from './spokenPhones.ts';
export type { MouthTruth } from './truth.ts';
