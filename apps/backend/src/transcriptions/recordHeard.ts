import { Refusal } from '@mondwerk/film';
import { checkLanguage } from '@mondwerk/speech';
import { v7 as newId } from 'uuid';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import type { Recorder } from '../queue/recorders.ts';
import { writeLines } from '../dubs/addScript.ts';
import { Scripts } from '../dubs/tables.ts';

/**
 * Keeps what was heard as a script, which takes the place of earlier ones. @throws Refusal `language-missing` and those
 * of `checkLanguage`, and then the job fails with its sentence.
 */
export const recordHeard: Recorder<'hearLines'> = async (
  tx,
  { id: run, organisation, title, dub },
  _,
  heard,
) => {
  if ((await tx.countBy(Scripts, { run })) > 0) return;
  const { language, origin, model, script: file } = heard;
  if (language === null) {
    throw new Refusal(
      'language-missing',
      'It was not recognised which language is spoken: give the language.',
    );
  }
  await checkLanguage(language);
  const script = await tx.save(Scripts, {
    ...{ id: newId(), organisation, title, dub, language, run },
    ...{ name: nameOf(heard), key: file.key, sha256: file.sha256, heard: { origin, model } },
  });
  await writeLines(tx, script, heard.lines);
};

const nameOf = ({ model }: OutcomeOf['hearLines']): string =>
  model === null ? 'acoustic draft.srt' : `transcribed by ${model.name}.srt`;
