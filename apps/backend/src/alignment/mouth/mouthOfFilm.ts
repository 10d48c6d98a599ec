import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SILENCE } from '@mondwerk/film';
import { timecodeStart } from '@mondwerk/media';
import { phonemise } from '@mondwerk/speech';
import { hearsScripts } from '../../hearScript.ts';
import { checkInputs } from '../../order/checkOrder.ts';
import { planFilm } from '../../planFilm.ts';
import type { LineMouth } from '../../pipeline/lines/lineMouth.ts';
import type { Run } from '../../pipeline/run.ts';
import { layVoicesOnce } from '../../pipeline/stages/conformVoice.ts';
import { describeLinesOnce, MOUTHS } from '../../pipeline/stages/describeLines.ts';
import type { HeardMouth } from '../heardMouth.ts';
import { readScript, scriptOf } from '../spokenScript.ts';
import { linesOf, soundsOf } from '../tellLines.ts';
import { oneByOne, withSilences } from '../withSilences.ts';
import { shapeOfSound, type Peaks } from '../soundShape.ts';
import { spokenWords } from '../spokenWords.ts';
import { seenLine, type SeenLine } from './seenLines.ts';

/** A film whose mouths are looked at, and the voice that it gets. */
export interface FilmLook {
  readonly film: string;
  readonly voice: string;
  readonly script: string | undefined;
  readonly language: string | undefined;
  readonly acousticDraft: boolean;
  readonly voiceAsIs: boolean;
  readonly filmScript?: string;
  readonly filmLanguage?: string;
  readonly lexicon?: string;
}

/** What was found out: times are on the film's clock. */
export interface FilmMouths extends Omit<HeardMouth, 'seen' | 'peaks'> {
  readonly lines: readonly SeenLine[];
  /** The shape of the voice as it is heard in the film. */
  readonly peaks: Peaks;
}

/** A dub as it is made when nobody asks for anything: the same plan is found again in the work folder. */
const AS_PREDICTED = {
  ...{ draft: false, lossless: false, fitVoice: false },
  ...{ followLoudness: true, onlyVisible: false, strength: 1 },
};

/**
 * Looks what the mouths of a film do where a voice is to be heard: the stages of a dub up to its plan. No picture is made.
 * @throws Refusal for whatever a dub would be refused for, but nothing of rights: looking is not rendering.
 */
export async function mouthOfFilm(look: FilmLook, run: Run): Promise<FilmMouths> {
  const { voice, ...named } = look;
  const order = await run.progress.measure('probe', { unit: 'films', total: 1 }, () =>
    checkInputs(
      { ...named, ...AS_PREDICTED, voices: [{ path: voice, character: null }] },
      run.signal,
      hearsScripts(async () => run),
    ),
  );
  const { planned } = await planFilm(order, run);
  const { phones, lines, voices } = planned.speech.value;
  const { pieces, value } = await describeLinesOnce(run, order, planned);
  await pieces.has(MOUTHS);
  const mouths = (await readFile(pieces.pathOf(MOUTHS), 'utf8')).trim().split('\n');
  const laid = await layVoicesOnce(run, order, voices);
  const { clock, rate } = order.film;
  const { tag } = order.script.language;
  const { timecode } = order.film;
  const reading = {
    ...{ language: tag, rate, filmSeconds: clock.end },
    ...(timecode !== undefined && { filmTimecode: timecode }),
  };
  const script =
    look.script === undefined ? scriptOf(order.script.lines) : await readScript(look.script, reading);
  return {
    alignment: {
      ...{
        voice: basename(voice),
        script: look.script === undefined ? null : basename(look.script),
        language: tag,
      },
      ...{ clock: 'film', seconds: clock.end },
      words: spokenWords(
        phones,
        await phonemise(order.script.lines, order.script.language, order.script.lexicon),
      ),
      phones: soundsOf(phones),
      lines: linesOf(order.script.lines, lines),
    },
    spoken: phones.filter(({ ipa }) => ipa !== SILENCE),
    phones: withSilences(oneByOne(phones), clock.end),
    clock: { rate, start: timecodeStart(order.film) },
    script,
    hearing: order.script.heard ?? null,
    lines: value.map((line, at) => seenLine(line, JSON.parse(mouths[at]) as LineMouth)),
    peaks: await shapeOfSound(laid.path, run.signal),
  };
}
