import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { danish, norwegian, swedish } from './northern.ts';
import { french } from './french.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { czech, polish, russian } from './slavic.ts';
import { spanish } from './spanish.ts';
import type { SpokenForms } from './spokenForms.ts';
import { turkish } from './turkish.ts';

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
