import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { SILENCE, type Line } from '@mondwerk/film';
import { alignSpeech, checkLanguage, phonemise, soundOf } from '@mondwerk/speech';

const sampleRate = 16000;

interface Recording {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** eSpeak NG says each text, with seconds of near silence before, between and after. */
function speak(texts: readonly string[], voice: string, pause = 0.8): Recording {
  const gap = new Float32Array(pause * sampleRate);
  const parts = texts.flatMap((text) => [gap, sayOne(text, voice)]);
  const samples = Float32Array.from([...parts, gap].flatMap((part) => [...part]));
  return { samples: samples.map((sample, at) => sample + 0.001 * Math.sin(at * at)), sampleRate };
}

function sayOne(text: string, voice: string): Float32Array {
  const wav = execFileSync('espeak-ng', ['-v', voice, '-s', '150', '--stdout', text]);
  const args = ['-v', 'error', '-i', '-', '-ar', String(sampleRate), '-f', 'f32le', '-'];
  const raw = execFileSync('ffmpeg', args, { input: wav });
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

const texts = [
  'The old ship sailed away this morning.',
  'Nobody knew what to say about it.',
  'Please bring me some fresh water.',
];
const plain: Line[] = texts.map((text, index) => ({ index, text }));
const align = async (sound: Recording, lines: readonly Line[]) =>
  alignSpeech(
    soundOf(sound.samples, sound.sampleRate),
    lines,
    await phonemise(lines, await checkLanguage('en-GB')),
  );

describe('a voice and its text', () => {
  const sound = speak(texts, 'en-gb+f4');
  const seconds = sound.samples.length / sampleRate;

  test('phones cover the whole sound in order, without gaps', async () => {
    const { phones } = await align(sound, plain);
    expect(phones[0].span.start).toBe(0);
    expect(phones.at(-1)!.span.end).toBe(seconds);
    phones.slice(1).forEach((phone, at) => expect(phone.span.start).toBe(phones[at].span.end));
    for (const { span } of phones) expect(span.end).toBeGreaterThan(span.start);
    const spoken = phones.filter(({ ipa }) => ipa !== SILENCE);
    const said = await phonemise(plain, await checkLanguage('en-GB'));
    expect(spoken.map(({ ipa }) => ipa)).toEqual(
      said.flatMap(({ words }) => words.flatMap((word) => word.phones)),
    );
  });
  test('lines without times are found in their pauses', async () => {
    const { lines, phones } = await align(sound, plain);
    expect(lines.map(({ fits }) => fits)).toEqual([true, true, true]);
    expect(lines[0].span.start).toBeGreaterThan(0.7);
    expect(lines[0].span.start).toBeLessThan(0.95);
    lines.slice(1).forEach((line, at) => expect(line.span.start - lines[at].span.end).toBeGreaterThan(0.6));
    expect(phones.filter(({ ipa, line }) => ipa === SILENCE && line === -1)).toHaveLength(4);
  });
  test('script times that are off by some tenths are put right', async () => {
    const exact = (await align(sound, plain)).lines;
    const moved = plain.map((line, at) => ({
      ...line,
      span: { start: exact[at].span.start - 0.3, end: exact[at].span.end - 0.3 },
    }));
    const again = (await align(sound, moved)).lines;
    again.forEach((line, at) => expect(Math.abs(line.span.start - exact[at].span.start)).toBeLessThan(0.05));
  });
  test('a line that lies behind the end of the sound does not fit', async () => {
    const timed = plain.map((line, at) => ({ ...line, span: { start: at * 4, end: at * 4 + 3 } }));
    const beyond = { index: 3, text: 'Too late', span: { start: seconds + 5, end: seconds + 6 } };
    expect((await align(sound, [...timed, beyond])).lines[3]).toMatchObject({
      line: 3,
      confidence: 0,
      fits: false,
    });
  });
});

describe('sound that does not carry the text', () => {
  test.each([
    ['digital silence', new Float32Array(5 * sampleRate)],
    ['nothing at all', new Float32Array(0)],
    ['a hum', Float32Array.from({ length: 5 * sampleRate }, (_, at) => 0.2 * Math.sin(at / 20))],
  ])('%s fits no line', async (_, samples) => {
    const { lines } = await align({ samples, sampleRate }, plain);
    expect(lines.map(({ fits }) => fits)).toEqual([false, false, false]);
  });
});
