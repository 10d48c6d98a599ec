import { z } from 'zod';

/** Frames of the film, half open. */
export const frameSpan = z.object({ start: z.int(), end: z.int() });

/** How many there are. */
export const count = z.int().min(0);

/** A file that a stage has stored. */
export const storedFile = z.object({ key: z.string(), sha256: z.string(), bytes: count });
