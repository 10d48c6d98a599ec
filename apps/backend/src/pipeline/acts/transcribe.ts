import { Refusal } from '@mondwerk/film';
import { EMPTY_SCRIPT, writeScript, type ScriptDocument } from '@mondwerk/speech';
import { writeWhole } from '../atomicFile.ts';
import type { HeardLines } from '../heardLines.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import { openSource } from '../openDub.ts';
import type { TranscribeOrder } from '../orders.ts';
import { makePiecesOnce } from '../run.ts';
import { hearLinesOnce, type LinesOf } from '../stages/hearLines.ts';
import { storedPiece } from '../storedFile.ts';
import type { StageOf } from '../stages.ts';

const SCRIPT = 'script.srt';

/** Lines for who has no script. */
export const transcribe: Pick<Handlers, StageOf<'transcribe'>> = {
  hearLines: async ({ order }, run) => {
    const { language, words } = order;
    const { key, value } = await hearLinesOnce(run, await soundsOf(run, order), {
      language: language ?? undefined,
      words,
    });
    const { pieces } = await makePiecesOnce(
      run,
      { stage: 'writeHeard', inputs: { lines: key }, rooms: ['film', 'speech'] },
      { unit: 'lines', total: value.lines.length },
      async (folder) => {
        await folder.make(SCRIPT, (out) => writeWhole(out, writeScript(documentOf(value), 'srt')));
        return value.lines.length;
      },
    );
    return {
      ...{ origin: value.origin, model: value.model, language: value.language },
      script: await storedPiece(run, pieces, SCRIPT),
      lines: value.lines.map(({ index, text, character, span }) => ({
        ...{ index, text, span: span! },
        ...(character === undefined ? {} : { character }),
      })),
    };
  },
};

async function soundsOf(run: TitleRun, { source, sounds }: TranscribeOrder): Promise<LinesOf[]> {
  if (sounds === null) {
    const { film, filmName, filmHash } = await openSource(run, source);
    if (film.audio.length > 0)
      return [{ sound: { film }, name: filmName, sha256: filmHash, character: null }];
    throw new Refusal(
      'film-silent',
      `${filmName} has no sound in which the original dialogue could be heard.`,
    );
  }
  const opened: LinesOf[] = [];
  for (const { key, name, sha256, character } of sounds) {
    opened.push({ sound: { file: await run.fetch({ key, name }) }, name, sha256, character });
  }
  return opened;
}

function documentOf({ lines }: HeardLines): ScriptDocument {
  const names = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  return {
    ...EMPTY_SCRIPT,
    characters: names.map((name) => ({ id: name, name })),
    lines: lines.map(({ text, character, span }) => ({
      text: [text],
      span,
      ...(character === undefined ? {} : { character }),
    })),
  };
}
