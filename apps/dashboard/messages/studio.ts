import type { Words } from './words.ts';

export const studio = {} as const satisfies Words;
