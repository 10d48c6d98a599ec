import { hear, type Manner } from './espeakLibrary.ts';

/** Speech made by eSpeak NG with the true start of each of its phones. */
export interface TrueSpeech {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly phones: readonly { readonly ipa: string; readonly start: number; readonly end: number }[];
}

/** Speaks a text in a manner, with the true time of every phone. @throws Error as `hear` does. */
export function speak(text: string, manner: Manner): TrueSpeech {
  const { samples, sampleRate, marks } = hear(text, manner);
  const phones = marks.map(([milliseconds, ipa], index) => ({
    ipa,
    start: milliseconds / 1000,
    end: index + 1 < marks.length ? marks[index + 1][0] / 1000 : samples.length / sampleRate,
  }));
  return { samples: Float32Array.from(samples, (sample) => sample / 32768), sampleRate, phones };
}
