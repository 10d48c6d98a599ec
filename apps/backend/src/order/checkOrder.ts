import { basename, dirname, join } from 'node:path';
import { Refusal, type Rate } from '@mondwerk/film';
import { probe, probeSound, type Film } from '@mondwerk/media';
import {
  checkLanguage,
  readLexicon,
  readRate,
  readScriptDocument,
  spokenLines,
  type LexiconEntry,
} from '@mondwerk/speech';
import type { CheckedOrder, ScriptInput, VoiceStem } from '../pipeline/checkedOrder.ts';
import { plainName } from '../pipeline/dubVoices.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { DubOrder } from './dubOrder.ts';
import type { NamedVoice } from './namedVoice.ts';
import { checkFootage } from './checkFootage.ts';
import { checkReplaceFirst } from './checkReplace.ts';
import { checkProxy } from './checkProxy.ts';
import { checkSplice } from './checkSplice.ts';
import type { ReplacedBefore } from '../pipeline/replacement/replacedBefore.ts';
import { bringOnline, type Online } from '../pipeline/online/pictureSizes.ts';
import { checkOutFiles } from './outFile.ts';
import { checkScriptTimes } from '../pipeline/scriptTimes.ts';
import { readStretch } from './stretch.ts';
import { checkVoiceLength } from '../pipeline/voiceLength.ts';
import { readSettings } from '../pipeline/wishes/readSettings.ts';
import { exists } from '../storage/exists.ts';

/** A dub that can be made, and the files that it is written to. It is planned on its film, which may be a proxy. */
export interface FilmDub extends CheckedOrder {
  /** The original that is rendered, where the dub is planned on a proxy of it. */
  readonly online: Online | null;
  /** What was replaced in the film before; left out where it is as it was brought. */
  readonly before?: ReplacedBefore;
  readonly out: string;
  readonly report: string | null;
}

/** Reads and checks everything that an order names, before any work. @throws Refusal for the first thing that is wrong. */
export async function checkOrder(order: DubOrder, signal: AbortSignal, hear?: HearScript): Promise<FilmDub> {
  checkPair(order);
  checkReplaceFirst(order);
  await checkOutFiles(order);
  const { film, proxy, out, report = null } = order;
  if (proxy === undefined) return { ...(await checkInputs(order, signal, hear)), online: null, out, report };
  const original = await probe(film);
  await checkSplice(original, order);
  await checkProxy(await probe(proxy), original);
  const checked = await checkInputs({ ...order, film: proxy }, signal, hear);
  const named = { film: original, filmName: basename(film), filmHash: await fingerprintFile(film, signal) };
  return { ...checked, online: await bringOnline(checked, named, probe), out, report };
}

/** What a dub is made from, where nothing needs to be written. */
export type DubInputs = Omit<DubOrder, 'out' | 'report' | 'work' | 'rightsBasis'> &
  Partial<Pick<DubOrder, 'out'>>;

/** Hears in voices what nobody has written down; a language that is not given is recognised. */
export type HearScript = (
  voices: readonly VoiceStem[],
  wish: { readonly language: string | undefined; readonly words: boolean },
) => Promise<Pick<ScriptInput, 'path' | 'name' | 'sha256' | 'lines' | 'heard'> & { readonly tag: string }>;

/**
 * Reads and checks everything that a dub is made from; a script that is not given is heard, last of all.
 * @throws Refusal for the first thing that is wrong.
 */
export async function checkInputs(
  order: DubInputs,
  signal: AbortSignal,
  hear?: HearScript,
): Promise<CheckedOrder> {
  checkPair(order);
  const film = await probe(order.film);
  if (order.proxy === undefined) await checkSplice(film, order);
  const stretch = readStretch(film, order.from, order.to);
  const stems = await checkVoices(order, film, signal);
  const lexicon = order.lexicon === undefined ? [] : await readLexicon(order.lexicon);
  const given =
    order.script === undefined
      ? null
      : await checkScript(order.script, requireLanguage(order), { film, lexicon, ...countOf(order) }, signal);
  if (given !== null) checkNames(order, given);
  const original = await checkOriginal(order, { film, lexicon }, signal);
  const script = given ?? (await hearScript(order, { stems, lexicon }, hear));
  const wanted = order.settings && (await readSettings(order.settings, { film, lines: script.lines }));
  const filmHash = await fingerprintFile(order.film, signal);
  const surroundings = { film, filmHash, lines: script.lines };
  return {
    ...(wanted && { wanted }),
    film,
    filmName: basename(order.film),
    filmHash,
    stems,
    script,
    original,
    footage: await checkFootage(order.performerFootage ?? [], surroundings, signal),
    chosen: order.cast ?? [],
    stretch,
    lineSettings: [],
    strengths: new Map(),
    settings: {
      draft: order.draft,
      lossless: order.lossless,
      fitVoice: order.fitVoice,
      voiceAsIs: order.voiceAsIs,
      followLoudness: order.followLoudness,
      onlyVisible: order.onlyVisible,
      ...(order.splice === true && { splice: true }),
      strength: order.strength,
    },
  };
}

function checkPair({ filmScript, filmLanguage }: DubInputs): void {
  if ((filmScript === undefined) === (filmLanguage === undefined)) return;
  const [given, missing] = filmScript === undefined ? ['language', 'script'] : ['script', 'language'];
  throw new Refusal(
    'film-script-pair',
    `--film-${given} was given without --film-${missing}: the original dialogue needs both, or neither.`,
  );
}

async function checkVoices(
  { voices, film: filmPath, fitVoice }: DubInputs,
  film: Film,
  signal: AbortSignal,
): Promise<VoiceStem[]> {
  const stems: VoiceStem[] = [];
  for (const voice of voices) {
    const { path, character } = voice;
    await checkSplit(voice);
    const { seconds } = await probeSound(path);
    if (!fitVoice) checkVoiceLength({ path, seconds }, { path: filmPath, seconds: film.clock.end });
    stems.push({
      ...{ path, name: basename(path), sha256: await fingerprintFile(path, signal) },
      ...{ seconds, character },
    });
  }
  return stems;
}

/** A file whose name holds `=` is easily taken for a name and a file. @throws Refusal `missing` that says so. */
async function checkSplit({ path, character }: NamedVoice): Promise<void> {
  if (character === null || (await exists(path))) return;
  const whole = join(dirname(path), `${character}=${basename(path)}`);
  if (!(await exists(whole))) return;
  throw new Refusal(
    'missing',
    `${path} does not exist; if ${basename(whole)} is the name of one file, write --voice ./${basename(whole)}.`,
  );
}

/** @throws Refusal `no-character` for a voice of somebody whom the script does not name. */
function checkNames({ voices }: DubInputs, { name, lines }: ScriptInput): void {
  const named = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  const known = new Set(named.map(plainName));
  const unknown = voices.find(({ character }) => character !== null && !known.has(plainName(character)));
  if (unknown === undefined) return;
  const some = named.slice(0, 12).join(', ') + (named.length > 12 ? '…' : '');
  throw new Refusal(
    'no-character',
    `${name} has no lines of ${unknown.character}, whose voice ${basename(unknown.path)} shall be: ` +
      (named.length === 0
        ? `it does not say who speaks, so give the file without a name.`
        : `it names ${some}.`),
  );
}

/** @throws Refusal `language-missing` where it is needed and not given. */
function requireLanguage({ language }: DubInputs): string {
  if (language !== undefined) return language;
  throw new Refusal(
    'language-missing',
    'Which language the voice speaks has to be known: give --language, as a BCP 47 tag such as es or pt-BR.',
  );
}

async function hearScript(
  order: DubInputs,
  { stems, lexicon }: { readonly stems: readonly VoiceStem[]; readonly lexicon: readonly LexiconEntry[] },
  hear: HearScript | undefined,
): Promise<ScriptInput> {
  if (hear === undefined)
    throw new Refusal('script-missing', 'What the voice says has to be known: give --script.');
  const { language: given, acousticDraft = false } = order;
  if (given !== undefined) await checkLanguage(given);
  const { tag, ...script } = await hear(stems, { language: given, words: !acousticDraft });
  return { ...script, language: await checkLanguage(tag), lexicon };
}

/** What scripts are checked against, and said by. */
interface Surroundings {
  readonly film: Film;
  readonly lexicon: readonly LexiconEntry[];
  /** Frames a second of the script, where they are others than the film's. */
  readonly rate?: Rate;
  /** The timecode of the film's first frame. */
  readonly start?: string;
}

function countOf({ scriptRate, scriptStart }: DubInputs): Pick<Surroundings, 'rate' | 'start'> {
  const rate = scriptRate === undefined ? undefined : readRate(scriptRate);
  if (scriptRate !== undefined && rate === undefined) {
    throw new Refusal(
      'script-rate',
      `--script-rate ${scriptRate} is no frame rate: write 25, 23.976 or 30000/1001.`,
    );
  }
  return { ...(rate && { rate }), ...(scriptStart !== undefined && { start: scriptStart }) };
}

async function checkScript(
  path: string,
  tag: string,
  { film, lexicon, rate = film.rate, start }: Surroundings,
  signal: AbortSignal,
): Promise<ScriptInput> {
  const language = await checkLanguage(tag);
  const reading = {
    ...{ language: tag, rate, filmSeconds: film.clock.end },
    ...(film.timecode !== undefined && { filmTimecode: film.timecode }),
    ...(start !== undefined && { start }),
  };
  const document = await readScriptDocument(path, reading);
  const lines = spokenLines(document, basename(path));
  checkScriptTimes(path, lines, film.path, film.clock.end);
  const sha256 = await fingerprintFile(path, signal);
  const { remarks } = document;
  return {
    path,
    name: basename(path),
    sha256,
    lines,
    language,
    lexicon,
    ...(remarks.length > 0 && { remarks }),
  };
}

async function checkOriginal(
  order: DubInputs,
  { film, lexicon }: Surroundings,
  signal: AbortSignal,
): Promise<ScriptInput | null> {
  if (order.filmScript === undefined || order.filmLanguage === undefined) return null;
  if (film.audio.length === 0) {
    throw new Refusal(
      'film-silent',
      `${basename(film.path)} has no sound, so --film-script cannot be heard in it: leave out --film-script and --film-language.`,
    );
  }
  return checkScript(order.filmScript, order.filmLanguage, { film, lexicon }, signal);
}
