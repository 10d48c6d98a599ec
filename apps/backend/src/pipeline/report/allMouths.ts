import type { PatchResult } from '../renderedFrame.ts';
import type { Findings } from './findings.ts';

/** What became of every mouth, in the parts that were coded anew and in those that were copied. */
export const allMouths = ({ parts, copied }: Pick<Findings, 'parts' | 'copied'>): PatchResult[] => [
  ...parts.flatMap(({ mouths }) => mouths),
  ...(copied?.mouths ?? []),
];
