import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { probe, probeSound, type Film } from '@mondwerk/media';
import { checkLanguage, readScript } from '@mondwerk/speech';
import type { CheckedOrder, ScriptInput } from '../pipeline/checkedOrder.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { DubOrder } from './dubOrder.ts';
import { checkOutFiles } from './outFile.ts';
import { checkScriptTimes } from '../pipeline/scriptTimes.ts';
import { readStretch } from './stretch.ts';
import { checkVoiceLength } from '../pipeline/voiceLength.ts';

/** A dub that can be made, and the files that it is written to. */
export interface FilmDub extends CheckedOrder {
  readonly out: string;
  readonly report: string | null;
}

/** Reads and checks everything that an order names, before any work. @throws Refusal for the first thing that is wrong. */
export async function checkOrder(order: DubOrder, signal: AbortSignal): Promise<FilmDub> {
  checkPair(order);
  await checkOutFiles(order);
  const film = await probe(order.film);
  const stretch = readStretch(film, order.from, order.to);
  const voice = await checkVoice(order, film);
  const script = await checkScript(order.script, order.language, film, signal);
  const original = await checkOriginal(order, film, signal);
  const [filmHash, voiceHash] = await Promise.all([
    fingerprintFile(order.film, signal),
    fingerprintFile(order.voice, signal),
  ]);
  return {
    film,
    filmName: basename(order.film),
    filmHash,
    voice: { path: order.voice, name: basename(order.voice), sha256: voiceHash, seconds: voice },
    script,
    original,
    stretch,
    out: order.out,
    report: order.report ?? null,
    lineSettings: [],
    settings: {
      draft: order.draft,
      lossless: order.lossless,
      fitVoice: order.fitVoice,
      voiceAsIs: order.voiceAsIs,
    },
  };
}

function checkPair({ filmScript, filmLanguage }: DubOrder): void {
  if ((filmScript === undefined) === (filmLanguage === undefined)) return;
  const [given, missing] = filmScript === undefined ? ['language', 'script'] : ['script', 'language'];
  throw new Refusal(
    'film-script-pair',
    `--film-${given} was given without --film-${missing}: the original dialogue needs both, or neither.`,
  );
}

async function checkVoice(order: DubOrder, film: Film): Promise<number> {
  const { seconds } = await probeSound(order.voice);
  if (!order.fitVoice) {
    checkVoiceLength({ path: order.voice, seconds }, { path: order.film, seconds: film.clock.end });
  }
  return seconds;
}

async function checkScript(path: string, tag: string, film: Film, signal: AbortSignal): Promise<ScriptInput> {
  const language = await checkLanguage(tag);
  const lines = await readScript(path, tag);
  checkScriptTimes(path, lines, film.path, film.clock.end);
  return { path, name: basename(path), sha256: await fingerprintFile(path, signal), lines, language };
}

async function checkOriginal(order: DubOrder, film: Film, signal: AbortSignal): Promise<ScriptInput | null> {
  if (order.filmScript === undefined || order.filmLanguage === undefined) return null;
  if (film.audio.length === 0) {
    throw new Refusal(
      'film-silent',
      `${basename(film.path)} has no sound, so --film-script cannot be heard in it: leave out --film-script and --film-language.`,
    );
  }
  return checkScript(order.filmScript, order.filmLanguage, film, signal);
}
