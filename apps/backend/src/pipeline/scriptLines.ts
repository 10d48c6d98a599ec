import { readFile } from 'node:fs/promises';
import type { Line } from '@mondwerk/film';
import { z } from 'zod';

const lipMark = z.object({
  kind: z.enum(['in-open', 'in-close', 'mpb', 'neutral', 'out-open', 'out-close']),
  at: z.number(),
});

const scriptLines = z.array(
  z.object({
    index: z.int().min(0),
    text: z.string(),
    character: z.string().optional(),
    span: z.object({ start: z.number(), end: z.number() }).optional(),
    language: z.string().optional(),
    onScreen: z.enum(['on', 'off', 'on-off', 'off-on']).optional(),
    marks: z.array(lipMark).optional(),
  }),
);

/** The lines of a script as they stand now, as the text of the file that an order names. */
export const writeScriptLines = (lines: readonly Line[]): string => JSON.stringify(scriptLines.parse(lines));

/** Reads the file of lines that an order names. */
export const readScriptLines = async (path: string): Promise<Line[]> =>
  scriptLines.parse(JSON.parse(await readFile(path, 'utf8')));
