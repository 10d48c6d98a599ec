import type { Words } from './words.ts';

export const cast = {} as const satisfies Words;
