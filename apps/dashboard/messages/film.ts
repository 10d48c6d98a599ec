import type { Words } from './words.ts';

export const film = {} as const satisfies Words;
