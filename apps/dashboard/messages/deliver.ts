import type { Words } from './words.ts';

export const deliver = {} as const satisfies Words;
