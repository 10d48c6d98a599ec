import { Refusal } from '@mondwerk/film';
import { openWorkFolder } from '../pipeline/workFolder.ts';
import { alignSound, type AlignOrder, type AlignTools } from './alignSound.ts';
import { CUE_FORMATS, RHUBARB_FORMATS } from './cueFormats.ts';
import { clockFor, readCount, type WrittenCount } from './frameCount.ts';
import type { HeardMouth } from './heardMouth.ts';
import { mouthOfFilm } from './mouth/mouthOfFilm.ts';
import { mouthOnce } from './mouth/mouthOnce.ts';
import { countOfFilm } from './openVoice.ts';
import { checkOuts } from './outFiles.ts';
import { readPart, partOf } from './shownPart.ts';
import { sayCues } from './sayCues.ts';
import { shapeOfSound, type Peaks } from './soundShape.ts';
import { writeFiles } from './writeFiles.ts';

/** What a person asked `cues` for. */
export interface CueFileOrder extends WrittenCount {
  readonly voice: string;
  /** Heard in the voice when not given. */
  readonly script?: string;
  /** BCP 47; recognised in the voice when neither it nor a script is given. */
  readonly language?: string;
  readonly acousticDraft: boolean;
  readonly outs: readonly string[];
  /** Whether mouths are written as animators draw them. */
  readonly rhubarb: boolean;
  /** How names are said. */
  readonly lexicon?: string;
  readonly plainText: boolean;
  readonly voiceAsIs: boolean;
  /** The film whose mouths are looked at. */
  readonly film?: string;
  readonly filmScript?: string;
  readonly filmLanguage?: string;
  readonly work?: string;
  /** The part that pictures show, as it was written. */
  readonly from?: string;
  readonly to?: string;
}

/** Writes what a voice asks of a mouth. Returns what a person wants to know at the end. */
export async function cueFile(order: CueFileOrder, tools: AlignTools): Promise<string> {
  checkTogether(order);
  const formats = order.rhubarb ? RHUBARB_FORMATS : CUE_FORMATS;
  const inputs = [order.voice, order.script, order.film, order.filmScript, order.lexicon].filter(
    (path) => path !== undefined,
  );
  await checkOuts(order.outs, inputs, Object.keys(formats));
  const count = readCount(order);
  const asked = readPart(order, count.rate);
  const heard =
    order.film === undefined
      ? await hearVoice({ ...order, count }, tools)
      : await lookAtFilm(order, order.film, tools);
  const { alignment } = heard;
  const shown = partOf(asked, alignment);
  const { signal } = tools;
  const told = { ...heard, shown, signal, mouth: mouthOnce(heard, tools) };
  const written = await writeFiles(told, order.outs, formats);
  return sayCues(heard, (await told.mouth()).cues, written);
}

/** Options that only say something beside another one. */
function checkTogether({ film, filmScript, filmLanguage, work, plainText }: CueFileOrder): void {
  const alone = { '--film-script': filmScript, '--film-language': filmLanguage, '--work': work };
  const [lone] = Object.entries(alone).find(([, value]) => value !== undefined) ?? [];
  if (film === undefined && lone !== undefined) {
    throw new Refusal('needs-film', `${lone} is about a film: name it with --film, or leave ${lone} out.`);
  }
  if (film !== undefined && plainText) {
    const sentence = '--plain-text cannot be used with --film: take the times out of the script instead.';
    throw new Refusal('plain-film', sentence);
  }
}

async function hearVoice(
  order: CueFileOrder & Pick<AlignOrder, 'count'>,
  tools: AlignTools,
): Promise<HeardMouth> {
  const { alignment, voice, spoken, phones, script, hearing } = await alignSound(
    { ...order, conform: false },
    tools,
  );
  const peaks = (): Promise<Peaks> => shapeOfSound(voice.film ?? voice.path, tools.signal);
  const clock = clockFor(script.document, order.count, countOfFilm(voice));
  return { alignment, spoken, phones, clock, script, hearing, seen: null, peaks };
}

async function lookAtFilm(
  {
    voice,
    script,
    language,
    acousticDraft,
    lexicon,
    voiceAsIs,
    filmScript,
    filmLanguage,
    work: named,
  }: CueFileOrder,
  film: string,
  tools: AlignTools,
): Promise<HeardMouth> {
  const work = await openWorkFolder(named);
  try {
    const look = {
      film,
      voice,
      script,
      language,
      acousticDraft,
      lexicon,
      voiceAsIs,
      filmScript,
      filmLanguage,
    };
    const { clock, lines, peaks, ...heard } = await mouthOfFilm(look, { ...tools, work });
    return { ...heard, clock, seen: lines, peaks: async () => peaks };
  } finally {
    await work.close();
  }
}
