import { z } from 'zod';

/** A language as people name it to us: a BCP 47 tag. */
export const LanguageTag = z
  .string()
  .max(35)
  .refine(isTag, { error: 'a BCP 47 tag such as es or pt-BR' })
  .describe('A BCP 47 tag such as es or pt-BR');

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
