/** The letters beyond ASCII that each language written in Windows-1252 uses, loan words included. */
const lettersOf: Readonly<Record<string, string>> = {
  en: 'éèêëçñïöüàâîôä',
  es: 'áéíóúüñç',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüßéèàê',
  nl: 'éèëêïíóöüáàçäî',
  it: 'àèéìíîòóùú',
  pt: 'áâãàçéêíóôõúüè',
  ca: 'àèéíïòóúüç·',
  da: 'æøåéöäü',
  nb: 'æøåéèêòóôäö',
  sv: 'åäöéèàüë',
  fi: 'äöåé',
};

/** Without a language only these count, so that Czech or Hungarian bytes are not read as French or Portuguese. */
const usual = ['en', 'es', 'fr', 'de', 'nl', 'it', 'pt'];

const punctuation = '‘’‚“”„‹›«»–—…•·´°ºª€£©®½¼¾\u00a0\u00ad';

/**
 * Whether a text decoded as Windows-1252 reads like a language that is written in it: only that language's
 * letters, no long runs of them, and signs only where signs stand.
 */
export function looksLikeWestern(text: string, language?: string): boolean {
  const letters = lettersFor(language);
  if (letters === undefined) return false;
  const allowed = new Set([...letters, ...letters.toUpperCase(), ...punctuation, '¿', '¡']);
  const foreign = [...text].some((sign) => sign.charCodeAt(0) > 0x7f && !allowed.has(sign));
  if (foreign || /\p{L}[¿¡„‚]|\p{L}[«»‹›°½¼¾©®€£•]\p{L}/u.test(text)) return false;
  return !/[À-ÖØ-öø-ÿŒœ]{3}/.test(text) && rarelyAccented(text);
}

function lettersFor(language?: string): string | undefined {
  if (language === undefined) return [...new Set(usual.map((code) => lettersOf[code]).join(''))].join('');
  const code = language.toLowerCase().split('-')[0];
  return lettersOf[code === 'no' ? 'nb' : code];
}

function rarelyAccented(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const accented = letters.filter((letter) => letter.charCodeAt(0) > 0x7f);
  return accented.length <= letters.length / 4;
}
