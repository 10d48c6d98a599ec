export { checkLanguage } from './language/checkLanguage.ts';
export { languages, type Language } from './language/languages.ts';
export type { LexiconEntry } from './pronounce/lexicon/lexiconEntry.ts';
export { parseLexicon, readLexicon, type LexiconRow } from './pronounce/lexicon/readLexicon.ts';
export { readSaid } from './pronounce/lexicon/readSaid.ts';
export { usedEntries } from './pronounce/lexicon/usedEntries.ts';
export { hearWord } from './pronounce/hearWord.ts';
export { phonemise } from './pronounce/phonemise.ts';
export { previewWord, type WordPreview } from './pronounce/previewWord.ts';
export type { Pronunciation, SpokenWord } from './pronounce/pronunciation.ts';
export { readScript } from './script/readScript.ts';
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
