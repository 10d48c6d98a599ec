import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import { probe, probeSound, readSound, runProgram } from '@mondwerk/media';
import { checkLanguage } from '@mondwerk/speech';
import type { CheckedOrder, VoiceStem } from '../../../apps/backend/src/pipeline/checkedOrder.ts';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import type { Run } from '../../../apps/backend/src/pipeline/run.ts';
import { alignVoicesOnce } from '../../../apps/backend/src/pipeline/stages/alignVoices.ts';
import { layVoicesOnce } from '../../../apps/backend/src/pipeline/stages/conformVoice.ts';
import { openWorkFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';
import { makeDub } from '../../performer/index.ts';

/** Seconds between the beginnings of two lines in the script, and how much sooner each next one is said. */
const [EVERY, SOONER] = [2.6, 0.045];

const SAID = [
  ['ANNA', 'Tal vez mi hermano mueva el barco.'],
  ['ANNA', 'Mi padre compró un hermoso piano.'],
  ['BEN', 'Por favor, tráeme una taza de café.'],
  ['ANNA', 'Abramos la ventana y cantemos.'],
  ['ANNA', 'Sabes que me gusta la vista.'],
  ['ANNA', 'Cinco perritos jugaban junto al río.'],
  ['BEN', 'Siempre me ha encantado el valle.'],
  ['ANNA', 'Qué noche tan maravillosa.'],
  ['ANNA', 'Mañana vamos al mercado con ella.'],
  ['CARL', 'Nadie sabía qué decir.'],
] as const;

let folder: string;
let run: Run;
let order: CheckedOrder;

/** Where the script has a line. */
const wanted = (at: number): number => 0.8 + EVERY * at;

const FILM = wanted(SAID.length);

/** The file of somebody, who says their lines sooner and sooner. */
async function speak(name: string): Promise<VoiceStem> {
  const own = SAID.flatMap(([who, text], at) =>
    who === name ? [{ text, start: wanted(at) - SOONER * at }] : [],
  );
  const { voice } = await makeDub(join(folder, name), {
    language: 'es',
    lines: own.map(({ text }) => text),
    starts: own.map(({ start }) => start),
    seconds: FILM - SOONER * SAID.length,
  });
  const { seconds } = await probeSound(voice);
  return { path: voice, name: `${name}.wav`, sha256: name, seconds, character: name };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-voices-'));
  run = {
    work: await openWorkFolder(join(folder, 'work')),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    signal: new AbortController().signal,
    workers: 1,
  };
  const film = join(folder, 'film.mp4');
  const picture = ['-f', 'lavfi', '-i', `testsrc=s=64x64:r=25:d=${FILM}`, '-c:v', 'libx264'];
  await runProgram('ffmpeg', ['-v', 'error', ...picture, film]);
  const lines = SAID.map(([character, text], index): Line => {
    return { index, text, character, span: { start: wanted(index), end: wanted(index) + 2 } };
  });
  order = {
    ...{ film: await probe(film), filmName: 'film.mp4', filmHash: 'film' },
    stems: [await speak('ANNA'), await speak('BEN')],
    script: {
      ...{ path: '', name: 'es.srt', sha256: 'script', lines, lexicon: [] },
      language: await checkLanguage('es'),
    },
    settings: { fitVoice: false, voiceAsIs: false },
  } as unknown as CheckedOrder;
}, 120_000);

afterAll(async () => {
  await run.work.close();
  await rm(folder, { recursive: true, force: true });
});

describe('voices that drift', { timeout: 240_000 }, () => {
  it('are found each by itself, one of a few lines by those that were recorded with it', async () => {
    const { voices, lines } = (await alignVoicesOnce(run, order)).value;
    expect(voices.map(({ lines: own, conforming }) => [own, conforming !== null])).toEqual([
      [[0, 1, 3, 4, 5, 7, 8], true],
      [[2, 6], true],
      [[9], false],
    ]);
    for (const { line, lateBy, problem } of lines.slice(0, 9)) {
      expect([line, problem]).toEqual([line, null]);
      expect(Math.abs(lateBy!)).toBeLessThan(0.12);
    }
  });

  it('hold a line whose character has no file for not heard', async () => {
    const { lines } = (await alignVoicesOnce(run, order)).value;
    expect(lines[9]).toMatchObject({ line: 9, fits: false });
    expect(lines[9].problem).not.toBeNull();
  });

  it('are laid each by its own pieces, where the script has the lines', async () => {
    const { value } = await alignVoicesOnce(run, order);
    const laid = await layVoicesOnce(run, order, value.voices);
    expect(laid.seconds).toBeCloseTo(FILM, 1);
    const samples = await readSound(laid.path, 16_000);
    const loud = (from: number, to: number): boolean =>
      samples
        .subarray(Math.round(from * 16_000), Math.round(to * 16_000))
        .some((value) => Math.abs(value) > 0.03);
    for (const at of [6, 7, 8]) {
      expect([at, loud(wanted(at) - 0.3, wanted(at) - 0.1), loud(wanted(at), wanted(at) + 0.3)]).toEqual([
        at,
        false,
        true,
      ]);
    }
  });

  it('keep their times where people want it so', async () => {
    const asIs = { ...order, settings: { ...order.settings, voiceAsIs: true } };
    const { voices } = (await alignVoicesOnce(run, asIs)).value;
    expect(voices.map(({ conforming }) => conforming)).toEqual([null, null, null]);
  });
});
