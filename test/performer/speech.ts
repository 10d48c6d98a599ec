import { speak, type SpokenPhone } from './spokenPhones.ts';

/** A line with its place in a speech, seconds. */
export interface SpokenLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Several lines spoken after one another, as one sound. */
export interface Speech {
  readonly sampleRate: number;
  readonly samples: Int16Array;
  readonly lines: readonly SpokenLine[];
  /** All sounds with `_` between the lines, ascending and without gaps. */
  readonly phones: readonly SpokenPhone[];
  readonly seconds: number;
}

const LEAD = 0.6;
const PAUSE = 0.55;

/** Speaks lines one after the other with a short pause between them; `seconds` is then the whole with a pause at its end. */
export async function speakInTurn(texts: readonly string[], language: string): Promise<Speech> {
  const spoken = await Promise.all(texts.map((text) => speak(text, language)));
  let at = LEAD;
  const starts = spoken.map((utterance) => {
    const start = at;
    at += utterance.samples.length / utterance.sampleRate + PAUSE;
    return start;
  });
  return assemble(texts, spoken, starts, at);
}

/** Speaks each line from its given time on, faster where it would not end before the next one or the end. */
export async function speakAt(
  lines: readonly { text: string; start: number }[],
  language: string,
  seconds: number,
): Promise<Speech> {
  const spoken = await Promise.all(
    lines.map(async ({ text, start }, i) => {
      const room = (lines[i + 1]?.start ?? seconds) - start - 0.15;
      const plain = await speak(text, language);
      const hurry = plain.samples.length / plain.sampleRate / room;
      return hurry <= 1 ? plain : speak(text, language, hurry * 1.06);
    }),
  );
  return assemble(
    lines.map((line) => line.text),
    spoken,
    lines.map((line) => line.start),
    seconds,
  );
}

function assemble(
  texts: readonly string[],
  spoken: readonly Awaited<ReturnType<typeof speak>>[],
  starts: readonly number[],
  seconds: number,
): Speech {
  const sampleRate = spoken[0].sampleRate;
  const samples = new Int16Array(Math.round(seconds * sampleRate));
  const phones: SpokenPhone[] = [];
  spoken.forEach((utterance, i) => {
    const from = Math.round(starts[i] * sampleRate);
    samples.set(utterance.samples.subarray(0, samples.length - from), from);
    silenceUntil(phones, starts[i] + (utterance.phones[0]?.start ?? 0));
    phones.push(
      ...utterance.phones.map((p) => ({ ipa: p.ipa, start: p.start + starts[i], end: p.end + starts[i] })),
    );
  });
  silenceUntil(phones, seconds);
  const lines = texts.map((text, i) => ({
    text,
    start: starts[i],
    end: starts[i] + spoken[i].samples.length / sampleRate,
  }));
  return { sampleRate, samples, lines, phones, seconds };
}

/** Extends the list with silence up to an instant, joining pauses that touch. */
function silenceUntil(phones: SpokenPhone[], end: number): void {
  let start = phones.at(-1)?.end ?? 0;
  while (phones.at(-1)?.ipa === '_') start = phones.pop()!.start;
  if (end > start) phones.push({ ipa: '_', start, end });
}
