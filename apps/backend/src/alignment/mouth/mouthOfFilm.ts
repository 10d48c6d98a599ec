import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FROM_NOUGHT, type Phone } from '@mondwerk/film';
import { phonemise, type ScriptClock } from '@mondwerk/speech';
import { checkInputs } from '../../order/checkOrder.ts';
import { planFilm } from '../../planFilm.ts';
import type { LineMouth } from '../../pipeline/lines/lineMouth.ts';
import type { Progress } from '../../pipeline/progress.ts';
import type { Run } from '../../pipeline/run.ts';
import { layVoicesOnce } from '../../pipeline/stages/conformVoice.ts';
import { describeLinesOnce, MOUTHS } from '../../pipeline/stages/describeLines.ts';
import type { WorkFolder } from '../../pipeline/workFolder.ts';
import type { Alignment } from '../alignment.ts';
import { linesOf, readScript, soundsOf } from '../alignSound.ts';
import type { ReadScript } from '../heardScript.ts';
import { withSilences } from '../onVoiceClock.ts';
import { shapeOfSound, type Peaks } from '../soundShape.ts';
import { spokenWords } from '../spokenWords.ts';
import { seenLine, type SeenLine } from './seenLines.ts';

/** A film whose mouths are looked at, and the voice that it gets. */
export interface FilmLook {
  readonly film: string;
  readonly voice: string;
  readonly script: string;
  readonly language: string;
  readonly voiceAsIs: boolean;
  readonly filmScript?: string;
  readonly filmLanguage?: string;
  readonly lexicon?: string;
}

/** What was found out: times are on the film's clock. */
export interface FilmMouths {
  readonly alignment: Alignment;
  /** One after the other, with silences: of lines that are said at once only the first. */
  readonly phones: readonly Phone[];
  readonly clock: ScriptClock;
  readonly script: ReadScript;
  readonly lines: readonly SeenLine[];
  /** The shape of the voice as it is heard in the film. */
  readonly peaks: Peaks;
}

/** What the work is done with. */
export interface LookTools {
  readonly work: WorkFolder;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly workers: number;
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
export async function mouthOfFilm(look: FilmLook, tools: LookTools): Promise<FilmMouths> {
  const run: Run = tools;
  const { voice, ...named } = look;
  const order = await run.progress.measure('probe', { unit: 'films', total: 1 }, () =>
    checkInputs({ ...named, ...AS_PREDICTED, voices: [{ path: voice, character: null }] }, run.signal),
  );
  const { planned } = await planFilm(order, run);
  const { phones, lines, voices } = planned.speech.value;
  const { pieces, value } = await describeLinesOnce(run, order, planned);
  await pieces.has(MOUTHS);
  const mouths = (await readFile(pieces.pathOf(MOUTHS), 'utf8')).trim().split('\n');
  const laid = await layVoicesOnce(run, order, voices);
  const { clock, rate } = order.film;
  const script = await readScript(look.script, { language: look.language, rate, filmSeconds: clock.end });
  return {
    alignment: {
      ...{ voice: basename(voice), script: basename(look.script), language: look.language },
      ...{ clock: 'film', seconds: clock.end },
      words: spokenWords(
        phones,
        await phonemise(order.script.lines, order.script.language, order.script.lexicon),
      ),
      phones: soundsOf(phones),
      lines: linesOf(order.script.lines, lines),
    },
    phones: withSilences(oneByOne(phones), clock.end),
    clock: { rate, start: FROM_NOUGHT },
    script,
    lines: value.map((line, at) => seenLine(line, JSON.parse(mouths[at]) as LineMouth)),
    peaks: await shapeOfSound(laid.path, run.signal),
  };
}

/** Without the sounds that begin before the one before them has ended. */
function oneByOne(phones: readonly Phone[]): Phone[] {
  const kept: Phone[] = [];
  for (const phone of phones) {
    if (phone.span.start >= (kept.at(-1)?.span.end ?? 0) - 1e-6) kept.push(phone);
  }
  return kept;
}
