/** ISO 639-2 codes, first the terminological one that MP4 wants, then, where it differs, the one of Matroska. */
const codes: Readonly<Record<string, readonly [string, string?]>> = {
  ar: ['ara'],
  bg: ['bul'],
  ca: ['cat'],
  cs: ['ces', 'cze'],
  da: ['dan'],
  de: ['deu', 'ger'],
  el: ['ell', 'gre'],
  en: ['eng'],
  es: ['spa'],
  et: ['est'],
  fa: ['fas', 'per'],
  fi: ['fin'],
  fr: ['fra', 'fre'],
  he: ['heb'],
  hi: ['hin'],
  hr: ['hrv'],
  hu: ['hun'],
  id: ['ind'],
  it: ['ita'],
  ja: ['jpn'],
  ko: ['kor'],
  lt: ['lit'],
  lv: ['lav'],
  nb: ['nob'],
  nl: ['nld', 'dut'],
  no: ['nor'],
  pl: ['pol'],
  pt: ['por'],
  ro: ['ron', 'rum'],
  ru: ['rus'],
  sk: ['slk', 'slo'],
  sl: ['slv'],
  sr: ['srp'],
  sv: ['swe'],
  th: ['tha'],
  tr: ['tur'],
  uk: ['ukr'],
  vi: ['vie'],
  zh: ['zho', 'chi'],
};

/** The three-letter code of a BCP 47 language for a track; `und` where there is none in the table. */
export function languageCode(bcp47: string, matroska: boolean): string {
  const primary = bcp47.toLowerCase().split(/[-_]/)[0];
  const [terminological, bibliographic] = codes[primary] ?? [/^[a-z]{3}$/.test(primary) ? primary : 'und'];
  return matroska ? (bibliographic ?? terminological) : terminological;
}
