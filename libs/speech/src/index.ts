export { checkLanguage } from './language/checkLanguage.ts';
export { languages, type Language } from './language/languages.ts';
export type { LexiconEntry } from './pronounce/lexicon/lexiconEntry.ts';
export {
  decodeLexicon,
  parseLexicon,
  readLexicon,
  type LexiconRow,
} from './pronounce/lexicon/readLexicon.ts';
export { readSaid } from './pronounce/lexicon/readSaid.ts';
export { usedEntries } from './pronounce/lexicon/usedEntries.ts';
export { hearWord } from './pronounce/hearWord.ts';
export { phonemise } from './pronounce/phonemise.ts';
export { previewWord, type WordPreview } from './pronounce/previewWord.ts';
export type { Pronunciation, SpokenWord } from './pronounce/pronunciation.ts';
export { linesOf, placeLines, type PlacedLine } from './script/linesOf.ts';
export { detxTypeOf, lipKindOf } from './script/lipMarks.ts';
export { parseScript } from './script/parseScript.ts';
export { readRate } from './script/readRate.ts';
export { requireTimes } from './script/requireTimes.ts';
export { readScript, readScriptDocument, spokenLines } from './script/readScript.ts';
export { plainOf, type RichText, type Tagged } from './script/richText.ts';
export {
  EMPTY_SCRIPT,
  type ScriptCharacter,
  type ScriptClock,
  type ScriptDocument,
  type ScriptLine,
  type ScriptReading,
} from './script/scriptDocument.ts';
export {
  FORMAT_ENDINGS,
  FORMAT_NAMES,
  formatOfName,
  SCRIPT_ENDINGS,
  SCRIPT_FORMATS,
  TIMED_FORMATS,
  type ScriptFormat,
} from './script/scriptFormat.ts';
export { sortLines } from './script/settleTimes.ts';
export { whatIsLost } from './script/whatIsLost.ts';
export { writeScript } from './script/writeScript.ts';
export { alignSpeech, type SpeechAlignment } from './align/alignSpeech.ts';
export { SOUND_RATE, soundOf, type Sound } from './align/sound.ts';
export type { LineAlignment } from './align/judgeLines.ts';
export { lineProblems, type LineProblem } from './align/lineProblems.ts';
export { alignVoice, type Conforming, type VoiceAlignment, type VoiceClock } from './conform/alignVoice.ts';
export { conformLines, conformPhones } from './conform/conformPhones.ts';
export { findDrift, type Drift, type Lengths } from './conform/findDrift.ts';
export { piecesOf, type VoicePiece } from './conform/voicePieces.ts';
export { draftLines, isDraft, UNKNOWN_WORDS } from './transcribe/draftLines.ts';
export { findSpeech, type SpeechFound } from './transcribe/voice/findSpeech.ts';
export type {
  SoundSource,
  TranscribedWord,
  TranscribeOptions,
  Transcriber,
  Transcript,
} from './transcribe/transcriber.ts';
export { openEngine, type Engine, type EngineOptions } from './transcribe/whisper/openEngine.ts';
export { readModelFile, type SpeechModel } from './transcribe/whisper/modelFile.ts';
export { openWhisper } from './transcribe/whisper/openWhisper.ts';
