import { z } from 'zod';

/** How a script came about: people gave it, a speech model wrote it down, or only its times were heard. */
export const SCRIPT_ORIGINS = ['given', 'transcribed', 'draft'] as const;

/** How a script came about. */
export const scriptOrigin = z.enum(SCRIPT_ORIGINS);

/** How a script came about. */
export type ScriptOrigin = z.infer<typeof scriptOrigin>;
