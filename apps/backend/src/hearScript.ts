import { createHash } from 'node:crypto';
import { Refusal } from '@mondwerk/film';
import { chooseSpeechModel, HOW_TO_ADD } from './models/speechModels.ts';
import type { HearScript } from './order/checkOrder.ts';
import type { HeardLines } from './pipeline/heardLines.ts';
import type { Run } from './pipeline/run.ts';
import { writeScriptLines } from './pipeline/scriptLines.ts';
import { hearLinesOnce } from './pipeline/stages/hearLines.ts';

/**
 * Hears the script of voices that come without one: by a speech model where there is one, else as an acoustic draft.
 * `run` is opened only now. @throws Refusal `language-missing` for a draft without a language, and those of the model.
 */
export const hearsScripts =
  (run: () => Promise<Run>): HearScript =>
  async (voices, { language, words }) => {
    const opened = await run();
    const { speechModels } = opened;
    const model = words && speechModels !== undefined ? await chooseSpeechModel(speechModels) : null;
    if (model === null && language === undefined) throw needsLanguage(words);
    const sounds = voices.map(({ path, name, sha256, character }) => ({
      ...{ sound: { file: path }, name, sha256, character },
    }));
    const { value } = await hearLinesOnce(opened, sounds, { language, words: model !== null });
    const { origin, model: by, lines, language: tag } = value;
    if (tag === null) throw needsLanguage(false);
    const name = by === null ? 'acoustic draft' : `transcribed by ${by.name}`;
    const sha256 = createHash('sha256').update(writeScriptLines(lines)).digest('hex');
    return { ...{ path: name, name, sha256, lines, tag }, heard: { origin, model: by } };
  };

const needsLanguage = (words: boolean): Refusal =>
  new Refusal(
    'language-missing',
    words
      ? `Without a script the language of the voice has to be known, because no speech model is installed that recognises it: give --language, or ${HOW_TO_ADD}.`
      : 'Which language the voice speaks has to be known: give --language, as a BCP 47 tag such as es or pt-BR.',
  );

/** What a person has to know of a script that nobody gave. */
export function describeHeard({ origin, model }: Pick<HeardLines, 'origin' | 'model'>): string {
  return origin === 'transcribed'
    ? `The words were transcribed by ${model!.name}: check them.`
    : `No script was given, so the lines are an acoustic draft: mouths follow the sounds as they were heard, without words. ` +
        `For more, give --script, or ${HOW_TO_ADD}.`;
}
