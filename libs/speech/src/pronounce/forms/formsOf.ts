import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { danish, norwegian, swedish, turkish } from './northern.ts';
import { french, italian, portuguese, spanish } from './romance.ts';
import { czech, polish, russian } from './slavic.ts';
import type { SpokenForms } from './spokenForms.ts';

const known: Readonly<Record<string, SpokenForms>> = {
  en: english,
  de: german,
  nl: dutch,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  pl: polish,
  ru: russian,
  cs: czech,
  sv: swedish,
  da: danish,
  nb: norwegian,
  no: norwegian,
  nn: norwegian,
  tr: turkish,
};

/** The spoken forms of a language (BCP 47); nothing where eSpeak NG's own reading has to do. */
export const formsOf = (tag: string): SpokenForms => known[tag.toLowerCase().split(/[-_]/u)[0]] ?? {};
