export { checkLanguage } from './language/checkLanguage.ts';
export { languages, type Language } from './language/languages.ts';
export { phonemise } from './pronounce/phonemise.ts';
export type { Pronunciation, SpokenWord } from './pronounce/pronunciation.ts';
export { readScript } from './script/readScript.ts';
export { alignSpeech, type Sound, type SpeechAlignment } from './align/alignSpeech.ts';
export type { LineAlignment } from './align/judgeLines.ts';
