import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';

/** A sound of the synthetic voice, seconds from the start of the utterance. */
export interface SpokenPhone {
  /** As eSpeak writes it in IPA; `_` for a pause. */
  readonly ipa: string;
  readonly start: number;
  readonly end: number;
}

/** One spoken text. */
export interface Utterance {
  readonly sampleRate: number;
  readonly samples: Int16Array;
  readonly phones: readonly SpokenPhone[];
}

/** eSpeak NG's voice for a language tag, and how fast it speaks (words a minute). */
const VOICES: Record<string, { voice: string; speed: number; pitch: number }> = {
  en: { voice: 'en-us', speed: 150, pitch: 58 },
  es: { voice: 'es', speed: 165, pitch: 58 },
  de: { voice: 'de', speed: 160, pitch: 58 },
  fr: { voice: 'fr-fr', speed: 160, pitch: 58 },
};

interface ChildAnswer {
  readonly sampleRate: number;
  readonly pcm: string;
  readonly events: readonly (readonly [number, string])[];
}

/**
 * Speaks a text with eSpeak NG in a process of its own, because its licence (GPL) and memory are not ours. `hurry` is a
 * factor on the voice's usual speed.
 * @throws Error with the package to install when the library is missing.
 */
export async function speak(text: string, language: string, hurry = 1): Promise<Utterance> {
  const voice = VOICES[language.split('-')[0]];
  if (!voice)
    throw new Error(
      `The performers speak ${Object.keys(VOICES).join(', ')}; there is no voice for "${language}".`,
    );
  const request = { ...voice, speed: Math.round(voice.speed * hurry), text };
  const answer = JSON.parse(await askChild(JSON.stringify(request))) as ChildAnswer;
  const bytes = Buffer.from(answer.pcm, 'base64');
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const seconds = samples.length / answer.sampleRate;
  const phones = answer.events.map(([milliseconds, ipa], i) => ({
    ipa: ipa === '' ? '_' : ipa,
    start: milliseconds / 1000,
    end: Math.min(seconds, (answer.events[i + 1]?.[0] ?? seconds * 1000) / 1000),
  }));
  return {
    sampleRate: answer.sampleRate,
    samples,
    phones: phones.filter((phone) => phone.end > phone.start),
  };
}

function askChild(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./espeakProcess.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else
        reject(new Error(Buffer.concat(err).toString().trim() || `eSpeak NG's process ended with ${code}.`));
    });
    child.stdin.end(request);
  });
}
