import { Refusal } from '@mondwerk/film';
import { listVoices } from '../pronounce/espeak.ts';
import { languages, type Language } from './languages.ts';

/**
 * The language of a BCP 47 tag: from the table, else any eSpeak NG voice of that name, else the same without its
 * region. @throws Refusal with where to find the languages when nobody can pronounce it, or when eSpeak NG is missing.
 */
export async function checkLanguage(tag: string): Promise<Language> {
  const voices = await listVoices();
  for (const candidate of shortenings(canonical(tag))) {
    const known = languages.find((language) => same(language.tag, candidate));
    if (known !== undefined) return { ...known, tag };
    const voice = voices.find((name) => same(name, candidate));
    if (voice !== undefined) return { tag, voice, reader: 'espeak' };
  }
  throw new Refusal(
    'language-unknown',
    `The language "${tag}" is not known: give a BCP 47 tag such as es, pt-BR or zh, of a language that espeak-ng --voices lists.`,
  );
}

/** `zh-Hant-TW` → `zh-Hant-TW`, `zh-Hant`, `zh`. */
function shortenings(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('-'));
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0] ?? tag;
  } catch {
    return tag;
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
