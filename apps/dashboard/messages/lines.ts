import type { Words } from './words.ts';

export const lines = {} as const satisfies Words;
