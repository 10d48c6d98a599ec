import type { Words } from './words.ts';

export const dub = {} as const satisfies Words;
