import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { perSecond, rate, type Rate } from '@mondwerk/film';
import type { SetLight } from './lighting.ts';
import { lines as allLines, type LineLanguage } from './lines.ts';
import { mouthMotion } from './mouthMotion.ts';
import { mouthTruths, renderPerformer, wholeMotion, type Shooting } from './performance.ts';
import type { PerformerName } from './performers.ts';
import { speakAt, speakInTurn, type Speech } from './speech.ts';
import { writeScript, writeWav } from './soundFiles.ts';
import type { SpokenPhone } from './spokenPhones.ts';
import type { MouthTruth } from './truth.ts';

/** What to film; what is left out is 720 × 720 at 25 frames a second, all lines in English. */
export interface FilmOrder {
  readonly performer: PerformerName;
  readonly language?: LineLanguage;
  /** Which sentences are spoken; all of the language's own when left out. */
  readonly lines?: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly rate?: Rate;
  readonly seed?: number;
  /** Whose face the performer wears; their own when left out. */
  readonly face?: PerformerName;
  readonly light?: SetLight;
  /** How far the head turns and nods; 1 when left out. */
  readonly sway?: number;
  /** So much is filmed at most; all that is spoken when left out. */
  readonly seconds?: number;
  readonly threads?: number;
}

/** A finished film of a performer and everything that is known about it. */
export interface PerformerFilm {
  readonly film: string;
  readonly script: string;
  readonly voice: string;
  readonly seconds: number;
  readonly frames: number;
  readonly speech: Speech;
  readonly phones: readonly SpokenPhone[];
  /** The mouth in every frame. */
  readonly truth: readonly MouthTruth[];
}

/** Films a performer who speaks, into `film.mp4`, `film.srt` and `film.wav` in a folder. */
export async function makePerformerFilm(folder: string, order: FilmOrder): Promise<PerformerFilm> {
  const language = order.language ?? 'en';
  await mkdir(folder, { recursive: true });
  const [film, script, voice] = ['mp4', 'srt', 'wav'].map((kind) => join(folder, `film.${kind}`));
  const speech = await speakInTurn(order.lines ?? allLines[language], language);
  await Promise.all([writeScript(script, speech.lines), writeWav(voice, speech)]);
  const filmRate = order.rate ?? rate(25);
  const seconds = Math.min(order.seconds ?? Infinity, speech.seconds);
  const shooting: Shooting = {
    performer: order.performer,
    ...{ face: order.face, light: order.light },
    width: order.width ?? 720,
    height: order.height ?? 720,
    rate: filmRate,
    frames: Math.round(seconds * perSecond(filmRate)),
    motion: wholeMotion(mouthMotion(speech.phones), order.seed, order.sway),
    seed: order.seed,
    threads: order.threads,
  };
  await encode(shooting, { voice, language, film });
  return {
    film,
    script,
    voice,
    seconds,
    frames: shooting.frames,
    speech,
    phones: speech.phones,
    truth: mouthTruths(shooting),
  };
}

/** A voice track in another language for a film of known length. */
export interface Dub {
  readonly voice: string;
  readonly script: string;
  readonly phones: readonly SpokenPhone[];
}

/** Speaks lines that start at given times, into `LANGUAGE.wav` and `LANGUAGE.srt` of exactly `seconds`. */
export async function makeDub(
  folder: string,
  order: { language: LineLanguage; starts: readonly number[]; seconds: number; lines?: readonly string[] },
): Promise<Dub> {
  await mkdir(folder, { recursive: true });
  const [script, voice] = ['srt', 'wav'].map((kind) => join(folder, `${order.language}.${kind}`));
  const texts = order.lines ?? allLines[order.language];
  const placed = order.starts.map((start, i) => ({ text: texts[i], start }));
  const speech = await speakAt(placed, order.language, order.seconds);
  await Promise.all([writeScript(script, speech.lines), writeWav(voice, speech)]);
  return { voice, script, phones: speech.phones };
}

const ISO_LANGUAGE: Record<LineLanguage, string> = { en: 'eng', es: 'spa', de: 'deu' };

interface Print {
  readonly voice: string;
  readonly language: LineLanguage;
  readonly film: string;
}

function encoderArgs(
  { width, height, frames, rate: r }: Shooting,
  { voice, language, film }: Print,
): string[] {
  return [
    ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
    ...['-r', `${r.num}/${r.den}`, '-i', '-', '-i', voice],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-colorspace', 'bt709'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-c:a', 'aac', '-b:a', '128k', '-metadata:s:a:0', `language=${ISO_LANGUAGE[language]}`],
    ...['-t', String((frames * r.den) / r.num), film],
  ];
}

async function encode(shooting: Shooting, to: Print): Promise<void> {
  const ffmpeg = spawn('ffmpeg', encoderArgs(shooting, to), { stdio: ['pipe', 'ignore', 'pipe'] });
  const complaints: Buffer[] = [];
  ffmpeg.stderr.on('data', (piece: Buffer) => complaints.push(piece));
  const done = once(ffmpeg, 'close');
  for await (const frame of renderPerformer(shooting)) {
    if (!ffmpeg.stdin.write(frame)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await done;
  if (code !== 0)
    throw new Error(`ffmpeg could not write ${to.film}: ${Buffer.concat(complaints).toString()}`);
}
