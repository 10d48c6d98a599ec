import { extname } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { wholeSpan, type Film } from '@mondwerk/media';
import { checkLanguage, readScript } from '@mondwerk/speech';
import type { CheckedFilm } from './checkedFilm.ts';
import type { CheckedOrder, ScriptInput, VoiceStem } from './checkedOrder.ts';
import type { TitleRun } from './handlers.ts';
import type { PlanOrder, SpokenOrder, StoredInput } from './orders.ts';
import { readScriptLines } from './scriptLines.ts';
import { checkScriptTimes } from './scriptTimes.ts';
import { probeSoundOnce } from './stages/mixStems.ts';
import { probeOnce } from './stages/probe.ts';
import { checkVoiceLength } from './voiceLength.ts';

/** Fetches a source and looks at it. @throws Refusal for everything that is not a whole film. */
export const openSource = async (run: TitleRun, source: StoredInput): Promise<CheckedFilm> =>
  probeOnce(run, await run.fetch(source), { filmName: source.name, filmHash: source.sha256 });

/** Fetches and checks all that a dub is made from. @throws Refusal for the first thing that is wrong. */
export async function openDub(
  run: TitleRun,
  order: SpokenOrder & Partial<Pick<PlanOrder, 'original' | 'lineSettings' | 'performers'>>,
): Promise<CheckedOrder> {
  const checked = await openSource(run, order.source);
  const { film } = checked;
  const stems = await openStems(run, order, checked);
  const script = await openScript(run, order.script, film);
  const original = order.original ? await openOriginal(run, order.original, checked) : null;
  const settings = { draft: false, lossless: true, strength: 1, ...order.settings };
  const { lineSettings = [], performers } = order;
  const strengths = new Map((performers ?? []).map(({ id, strength }) => [id, strength]));
  return {
    ...{ ...checked, stems, script, original, footage: [], chosen: [], stretch: wholeSpan(film) },
    ...{ settings, lineSettings, strengths },
  };
}

async function openStems(
  run: TitleRun,
  { stems, settings }: SpokenOrder,
  { film, filmName }: CheckedFilm,
): Promise<VoiceStem[]> {
  const opened: VoiceStem[] = [];
  for (const { key, name, sha256, character } of stems) {
    const file = { path: await run.fetch({ key, name }), name, sha256 };
    const stem = { ...(await probeSoundOnce(run, file)), character };
    if (!settings.fitVoice) {
      const lasting = { path: filmName, seconds: film.clock.end };
      checkVoiceLength({ ...stem, path: name }, lasting, 'turn on the dub’s setting fitVoice');
    }
    opened.push(stem);
  }
  return opened;
}

/** A script as it was sent, or its lines as people edited them. */
async function openScript(run: TitleRun, input: PlanOrder['script'], film: Film): Promise<ScriptInput> {
  const language = await checkLanguage(input.language);
  const path = await run.fetch(input);
  const edited = extname(input.key) === '.json';
  const lines = edited ? await readScriptLines(path) : await readScript(path, input.language);
  checkScriptTimes(path, lines, film.path, film.clock.end);
  const { name, sha256, lexicon = [], heard } = input;
  return { path, name, sha256, lines, language, lexicon, ...(heard && { heard }) };
}

async function openOriginal(
  run: TitleRun,
  input: PlanOrder['script'],
  { film, filmName }: CheckedFilm,
): Promise<ScriptInput> {
  if (film.audio.length > 0) return openScript(run, input, film);
  throw new Refusal(
    'film-silent',
    `${filmName} has no sound, so the original dialogue ${input.name} cannot be heard in it: leave the original out.`,
  );
}
