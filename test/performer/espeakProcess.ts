/** Runs on its own: reads { voice, speed, pitch, text } as JSON from stdin, writes sound and phone events to stdout. */
import { readFileSync } from 'node:fs';
import { hear, type Manner } from '../../tools/espeakLibrary.ts';

try {
  const { text, ...manner } = JSON.parse(readFileSync(0, 'utf8')) as Manner & { readonly text: string };
  const { sampleRate, samples, marks } = hear(text, manner);
  const pcm = Buffer.from(samples.buffer).toString('base64');
  process.stdout.write(JSON.stringify({ sampleRate, pcm, events: marks }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
