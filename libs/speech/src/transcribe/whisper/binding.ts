import { createRequire } from 'node:module';
import { Refusal } from '@mondwerk/film';

/** What whisper.cpp is asked for. */
interface NativeOptions {
  readonly language: string;
  readonly maxThreads: number;
  readonly maxContext: number;
  readonly maxLen: number;
  readonly tokenTimestamps: boolean;
  readonly onProgress: (percent: number) => void;
}

/** What it answers; times in milliseconds. */
interface NativeResult {
  readonly language?: string;
  /** All of the text. */
  readonly result: string;
  readonly segments: readonly { readonly text: string; readonly t0: number; readonly t1: number }[];
}

/** A model that whisper.cpp has loaded. */
interface NativeContext {
  transcribeData(
    samples: ArrayBuffer,
    options: NativeOptions,
  ): { readonly promise: Promise<NativeResult>; readonly stop: () => Promise<void> };
}

/** whisper.cpp, as the package of this platform has it. */
export interface NativeWhisper {
  readonly WhisperContext: new (options: {
    readonly filePath: string;
    readonly useGpu: boolean;
  }) => NativeContext;
}

/** The package with whisper.cpp for this platform. */
const packageName = (): string => `@fugood/node-whisper-${process.platform}-${process.arch}`;

/** Loads whisper.cpp. @throws Refusal `whisper-missing` where there is none for this platform. */
export function loadWhisper(): NativeWhisper {
  const require = createRequire(import.meta.url);
  try {
    return require(packageName()) as NativeWhisper;
  } catch (cause) {
    throw new Refusal(
      'whisper-missing',
      `whisper.cpp is not installed for this platform (${process.platform} ${process.arch}): install the npm package ` +
        `${packageName()}, or give a script.`,
      { cause },
    );
  }
}
