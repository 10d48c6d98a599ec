/** A rule by which speakers of a language leave a sound out, put one in or change it. */
export interface OptionalSound {
  /** Matches the end of a word's sounds, joined by spaces and with a space before the first. */
  readonly from: RegExp;
  readonly to: string;
  /** Only for words written so. */
  readonly written?: RegExp;
}

const schwa = '[əœø]';

/** Few rules for each language, those that viewers see and aligners trip over. */
export const optionalSounds: Readonly<Record<string, readonly OptionalSound[]>> = {
  en: [
    { from: / (t|d|ɾ)$/u, to: '', written: /[a-z](?:n|s|k|p|f|c|l)(?:t|d|ed)$/iu },
    { from: / ŋ$/u, to: ' n', written: /..ing$/iu },
    { from: /^ h (?=[ɪiɜə])/u, to: ' ', written: /^(?:he|him|his|her)$/iu },
  ],
  fr: [
    { from: new RegExp(` ${schwa}$`, 'u'), to: '', written: /^(?:je|me|te|se|le|de|ne|ce|que)$/iu },
    {
      from: new RegExp(`^( \\S+) ${schwa}(?= [^aeiouɛɔɑœøyəɥjw]\\S* [aeiouɛɔɑœøyə])`, 'u'),
      to: '$1',
      written: /^\p{L}e/iu,
    },
    { from: /(?<= [^aeiouɛɔɑœøyə ]\S*)$/u, to: ' ə', written: /^..+(?:[^aeiouyéè]e|es|ent)$/iu },
    { from: / (ʁ|l)$/u, to: '', written: /[bcdfgkptv](?:re|le)s?$/iu },
    { from: /^ i l$/u, to: ' i', written: /^ils?$/iu },
  ],
  de: [
    { from: / ə n$/u, to: ' n̩', written: /[dtszfnlrʃchß]en$/iu },
    { from: / ə n$/u, to: ' m̩', written: /[bp]en$/iu },
    { from: / ə n$/u, to: ' ŋ', written: /[gk]en$/iu },
    { from: / t$/u, to: '', written: /^(?:ist|nicht|und|jetzt|sind|hast|bist|sonst)$/iu },
    { from: / ə$/u, to: '', written: /^(?:habe|hätte|werde|würde|komme|gehe|sage|denke|glaube|heute)$/iu },
  ],
  nl: [
    { from: / ə n$/u, to: ' ə', written: /en$/iu },
    { from: / t$/u, to: '', written: /^(?:niet|dat|wat|met|het|is't)$/iu },
  ],
  es: [
    { from: / (ð|d)$/u, to: '', written: /d$/iu },
    { from: / (ð|d) o$/u, to: ' o', written: /ado$/iu },
    { from: / s$/u, to: ' h', written: /s$/iu },
  ],
  pt: [
    { from: / [yiɪ]$/u, to: '', written: /e$/iu },
    { from: / [uʊ]$/u, to: '', written: /o$/iu },
    { from: / [ɾʁrx]$/u, to: '', written: /[aei]r$/iu },
    { from: /^ (?:i|e) s t/u, to: ' t', written: /^est/iu },
  ],
  it: [{ from: / e$/u, to: '', written: /..[lnr]e$/iu }],
  sv: [{ from: / (t|d)$/u, to: '', written: /^(?:det|och|med|vad|mycket|alltid)$/iu }],
  da: [{ from: / ə$/u, to: '', written: /e$/iu }],
  ru: [{ from: / t$/u, to: '', written: /ст$/iu }],
  ja: [],
};

/** The other ways to say a word that its language's rules allow. */
export function withoutOptional(word: string, phones: readonly string[], tag: string): string[][] {
  const rules = optionalSounds[tag.toLowerCase().split(/[-_]/u)[0]] ?? [];
  const said = ` ${phones.join(' ')}`;
  return rules.flatMap(({ from, to, written }) => {
    if (written !== undefined && !written.test(word)) return [];
    const other = said.replace(from, to).trim();
    return other === said.trim() || other === '' ? [] : [other.split(' ')];
  });
}
