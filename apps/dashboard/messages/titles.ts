import type { Words } from './words.ts';

export const titles = {} as const satisfies Words;
