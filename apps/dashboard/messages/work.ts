import type { Words } from './words.ts';

export const work = {} as const satisfies Words;
