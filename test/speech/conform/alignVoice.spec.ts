import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { SILENCE, type Line } from '@mondwerk/film';
import { alignVoice, checkLanguage, phonemise, type Drift } from '@mondwerk/speech';

const sampleRate = 16_000;
const texts = [
  'The old ship sailed away this morning.',
  'Nobody knew what to say about it.',
  'Please bring me some fresh water.',
  'My brother works in the big city.',
  'Seven boys were playing in the park.',
  'She bought five apples for the pie.',
  'We should leave before the rain comes.',
  'Father opened the window very slowly.',
];

function say(text: string): Float32Array {
  const wav = execFileSync('espeak-ng', ['-v', 'en-gb+f4', '-s', '150', '--stdout', text]);
  const args = ['-v', 'error', '-i', '-', '-ar', String(sampleRate), '-f', 'f32le', '-'];
  const raw = execFileSync('ffmpeg', args, { input: wav });
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

const said = texts.map(say);
/** The pause before each line, in seconds. */
const pause = 1.2;

interface Laid {
  readonly samples: Float32Array;
  readonly starts: readonly number[];
  readonly seconds: number;
}

/** Lays sentences one after another, or silence for others; every pause is `shorter` seconds less than it should be. */
function lay(shorter: number, kept: readonly number[] = [...texts.keys()]): Laid {
  const [starts, parts]: [number[], Float32Array[]] = [[], []];
  let at = 0;
  for (const [index, full] of said.entries()) {
    const sound = kept.includes(index) ? full : new Float32Array(full.length);
    const gap = Math.round((pause - shorter) * sampleRate);
    starts.push((at + gap) / sampleRate);
    parts.push(new Float32Array(gap), sound);
    at += gap + sound.length;
  }
  const samples = new Float32Array(at + sampleRate / 2);
  let place = 0;
  for (const part of parts) {
    samples.set(part, place);
    place += part.length;
  }
  return {
    samples: samples.map((value, i) => value + 0.001 * Math.sin(i * i)),
    starts,
    seconds: samples.length / sampleRate,
  };
}

const meant = lay(0);

/** A voice in which only some lines are said. */
interface Few {
  readonly kept: readonly number[];
  readonly clock: { readonly likely?: Drift };
}

async function align(laid: Laid, offset = 0, keepTimes = false, few?: Few) {
  const all: Line[] = texts.map((text, index) => {
    const start = meant.starts[index] - offset;
    return { index, text, span: { start, end: start + said[index].length / sampleRate } };
  });
  const lines = few ? all.filter(({ index }) => few.kept.includes(index)) : all;
  const pronunciations = await phonemise(lines, await checkLanguage('en-GB'));
  const lengths = { voice: laid.seconds, film: meant.seconds };
  const samples = new Float32Array(Math.round(Math.max(lengths.voice, lengths.film) * sampleRate));
  samples.set(laid.samples);
  return alignVoice([samples], lines, pronunciations, { lengths, keepTimes, ...few?.clock });
}

const startsOf = ({ phones }: Awaited<ReturnType<typeof align>>): number[] =>
  texts.map((_, line) => phones.find((phone) => phone.line === line && phone.ipa !== SILENCE)!.span.start);

describe('a voice whose pauses were changed', () => {
  test.each([
    ['shortened', 0.04],
    ['shortened by more than the aligner looks for', 0.07],
    ['lengthened', -0.05],
  ])(
    '%s: each line comes back to its time',
    async (_, shorter) => {
      const aligned = await align(lay(shorter), 0.05);
      expect(aligned.conforming!.drift.atEnd / (shorter * texts.length)).toBeCloseTo(1, 0.4);
      const truth = startsOf(await align(meant, 0.05));
      startsOf(aligned).forEach((start, line) => expect(Math.abs(start - truth[line])).toBeLessThan(0.07));
      expect(aligned.phones.at(-1)!.span.end).toBe(meant.seconds);
    },
    30_000,
  );
});

describe('a voice that is left alone', () => {
  test.each([
    ['as it was meant', 0, 0, false],
    ['with a script that is early everywhere', 0, 0.2, false],
    ['when a person wants it so', 0.04, 0, true],
  ])(
    '%s',
    async (_, shorter, offset, keepTimes) => {
      expect((await align(lay(shorter), offset, keepTimes)).conforming).toBeNull();
    },
    30_000,
  );
});

describe('a voice of a few lines', () => {
  const kept = [3, 6, 7];
  const fewOf = async (shorter: number, likely: Drift) =>
    align(lay(shorter, kept), 0, false, { kept, clock: { likely } });

  test('drifts as those that were recorded with it', async () => {
    const whole = (await align(lay(0.06))).conforming!;
    expect((await align(lay(0.06, kept), 0, false, { kept, clock: {} })).conforming).toBeNull();
    const aligned = await fewOf(0.06, whole.drift);
    expect(aligned.conforming!.drift).toEqual(whole.drift);
    const truth = startsOf(await align(meant));
    for (const line of kept) {
      const start = aligned.phones.find((phone) => phone.line === line && phone.ipa !== SILENCE)!.span.start;
      expect(Math.abs(start - truth[line])).toBeLessThan(0.09);
    }
  }, 60_000);

  test('does not where its lines are where the script has them', async () => {
    const { drift } = (await align(lay(0.06))).conforming!;
    expect((await fewOf(0, drift)).conforming).toBeNull();
  }, 60_000);
});
