/** How a language is written, where eSpeak NG cannot read the writing by itself. */
export type Reader = 'espeak' | 'japanese' | 'mandarin' | 'arabic' | 'hebrew' | 'thai';

/** A language that can be dubbed: its BCP 47 tag, eSpeak NG's voice for it, and who reads its writing. */
export interface Language {
  readonly tag: string;
  readonly voice: string;
  readonly reader: Reader;
}

const row = (tag: string, voice: string, reader: Reader = 'espeak'): Language => ({ tag, voice, reader });

/** Languages whose voice does not follow from the tag alone; every other eSpeak NG voice is found by its name. */
export const languages: readonly Language[] = [
  row('en', 'en-us'),
  row('en-US', 'en-us'),
  row('en-GB', 'en-gb'),
  row('es', 'es'),
  row('es-ES', 'es'),
  row('es-419', 'es-419'),
  row('es-MX', 'es-419'),
  row('es-US', 'es-419'),
  row('es-AR', 'es-419'),
  row('es-CO', 'es-419'),
  row('fr', 'fr-fr'),
  row('fr-FR', 'fr-fr'),
  row('fr-CA', 'fr-fr'),
  row('de', 'de'),
  row('nl', 'nl'),
  row('it', 'it'),
  row('pt', 'pt-br'),
  row('pt-BR', 'pt-br'),
  row('pt-PT', 'pt'),
  row('pl', 'pl'),
  row('ja', 'ja', 'japanese'),
  row('hi', 'hi'),
  row('ar', 'ar', 'arabic'),
  row('he', 'he', 'hebrew'),
  row('th', 'th', 'thai'),
  row('zh', 'en-us', 'mandarin'),
  row('zh-Hans', 'en-us', 'mandarin'),
  row('zh-Hant', 'en-us', 'mandarin'),
  row('cmn', 'en-us', 'mandarin'),
  row('no', 'nb'),
];
