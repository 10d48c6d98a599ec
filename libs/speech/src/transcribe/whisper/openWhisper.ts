import { Refusal, type TimeSpan } from '@mondwerk/film';
import { cutPieces, readPieces } from '../cutPieces.ts';
import type { SoundSource, TranscribeOptions, Transcriber, Transcript } from '../transcriber.ts';
import { findSpeech } from '../voice/findSpeech.ts';
import { dropRepeats } from '../words/dropRepeats.ts';
import { joinTokens, type JoinedWord, type Token } from '../words/joinTokens.ts';
import { linesOfWords } from '../words/linesOfWords.ts';
import type { SpeechModel } from './modelFile.ts';
import { openEngine, type Engine } from './openEngine.ts';
import { tagOfWhisper, whisperLanguage } from './whisperLanguages.ts';

/** In how many pieces the language is listened for; people may speak another one for a moment. */
const RECOGNISED_FROM = 3;

/** A transcriber that is whisper.cpp with a model. It works in a process of its own, which ends with the work. */
export const openWhisper = (model: SpeechModel, threads: number): Transcriber => ({
  name: model.name,
  transcribe: async (sound, options) => {
    const { signal } = options;
    const known = options.language === undefined ? undefined : languageFor(options.language, model);
    const pieces = cutPieces(await findSpeech(stopping(sound, signal)()));
    signal.throwIfAborted();
    if (pieces.length === 0) return { language: options.language ?? 'und', words: [], lines: [] };
    const engine = await openEngine({ model: model.path, name: model.name, threads, signal });
    try {
      return await understand(engine, stopping(sound, signal), pieces, { ...options, known });
    } finally {
      engine.close();
    }
  },
});

/** @throws Refusal `language-untaught` for a language that the model was not taught. */
function languageFor(tag: string, { name, multilingual }: SpeechModel): string {
  const code = whisperLanguage(tag);
  if (code !== undefined && (multilingual || code === 'en')) return code;
  throw new Refusal(
    'language-untaught',
    multilingual
      ? `The speech model ${name} was not taught the language ${tag}: give a script, or start from an acoustic draft.`
      : `The speech model ${name} understands English only, not ${tag}: add one for all languages, or give a script.`,
  );
}

async function understand(
  engine: Engine,
  sound: SoundSource,
  pieces: readonly TimeSpan[],
  { language, known, onProgress }: TranscribeOptions & { readonly known: string | undefined },
): Promise<Transcript> {
  const code = known ?? (await recognise(engine, sound, pieces));
  const tag = language ?? tagOfWhisper(code);
  const total = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  let done = 0;
  const words: JoinedWord[] = [];
  for await (const { span, samples } of readPieces(sound(), pieces)) {
    const length = span.end - span.start;
    const tell = (share: number): void => onProgress?.(done + share * length, total);
    const { tokens } = await engine.hear(samples, code, tell);
    words.push(...joinTokens(placed(tokens, span), tag));
    done += length;
    onProgress?.(done, total);
  }
  const said = dropRepeats(words);
  return {
    language: tag,
    words: said.map(({ text, start, end }) => ({ text, start, end })),
    lines: linesOfWords(said, tag),
  };
}

/** Tokens where they lie in the whole sound; none reaches out of its piece. */
const placed = (tokens: readonly Token[], { start, end }: TimeSpan): Token[] =>
  tokens.map((token) => ({
    text: token.text,
    start: Math.min(end, start + token.start),
    end: Math.min(end, start + token.end),
  }));

/** The language of most of what is said in the longest pieces. */
async function recognise(engine: Engine, sound: SoundSource, pieces: readonly TimeSpan[]): Promise<string> {
  const length = ({ start, end }: TimeSpan): number => end - start;
  const longest = [...pieces].sort((a, b) => length(b) - length(a)).slice(0, RECOGNISED_FROM);
  const seconds = new Map<string, number>();
  const inOrder = longest.sort((a, b) => a.start - b.start);
  for await (const { span, samples } of readPieces(sound(), inOrder)) {
    const { language } = await engine.hear(samples, 'auto');
    seconds.set(language, (seconds.get(language) ?? 0) + length(span));
  }
  return [...seconds].sort(([, a], [, b]) => b - a)[0][0];
}

/** The same sound, which breaks off when the signal says so. */
const stopping = (sound: SoundSource, signal: AbortSignal): SoundSource =>
  async function* () {
    for await (const portion of sound()) {
      signal.throwIfAborted();
      yield portion;
    }
  };
