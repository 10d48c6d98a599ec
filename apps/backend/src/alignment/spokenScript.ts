import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';
import {
  EMPTY_SCRIPT,
  placeLines,
  readScriptDocument,
  spokenLines,
  type ScriptReading,
} from '@mondwerk/speech';
import { hearsScripts } from '../hearScript.ts';
import type { HeardLines } from '../pipeline/heardLines.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { Run } from '../pipeline/run.ts';
import { checkScriptTimes } from '../pipeline/scriptTimes.ts';
import { openWorkFolder } from '../pipeline/workFolder.ts';
import type { ReadScript } from './heardScript.ts';
import type { OpenedVoice } from './openVoice.ts';

/** What is known of what a voice says. */
export interface ScriptOrder {
  /** Heard in the voice when not given. */
  readonly script?: string;
  /** BCP 47; recognised in the voice when neither it nor a script is given. */
  readonly language?: string;
  /** Without a script: whether words are not to be understood, only where somebody speaks. */
  readonly acousticDraft: boolean;
  /** Whether the times of the script are not heeded. */
  readonly plainText: boolean;
  /** How frames are counted, where the script does not say it. */
  readonly count: Pick<ScriptReading, 'rate' | 'start'>;
}

/** Where a script comes from that nobody gave. */
export type Hearing = Pick<HeardLines, 'origin' | 'model'>;

/** What a voice says, as far as it is written down. */
export interface SpokenScript {
  readonly script: ReadScript;
  readonly lines: readonly Line[];
  /** BCP 47. */
  readonly tag: string;
  /** `null` where somebody gave it. */
  readonly heard: Hearing | null;
}

/** Reads the script of a voice, or hears it. @throws Refusal for what is no script of it. */
export async function spokenScript(
  order: ScriptOrder,
  voice: OpenedVoice,
  tools: Omit<Run, 'work'>,
): Promise<SpokenScript> {
  const { script: path, language, plainText, count } = order;
  if (path === undefined) return hearScript(order, voice, tools);
  if (language === undefined) {
    const sentence =
      'Which language the voice speaks has to be known: give --language, as a BCP 47 tag such as es or pt-BR.';
    throw new Refusal('language-missing', sentence);
  }
  const { film, seconds } = voice;
  const script = await readScript(path, {
    ...(film !== null && { rate: film.rate }),
    ...(film?.timecode !== undefined && { filmTimecode: film.timecode }),
    ...{ ...count, language, filmSeconds: seconds },
  });
  const lines = spokenLines(script.document, basename(path));
  if (!plainText) checkScriptTimes(path, lines, voice.path, seconds);
  const wanted = plainText ? lines.map((line) => ({ ...line, span: undefined })) : lines;
  return { script, lines: wanted, tag: language, heard: null };
}

/** Reads a script with all that it carries. @throws Refusal for what is no script. */
export async function readScript(path: string, reading: ScriptReading): Promise<ReadScript> {
  const document = await readScriptDocument(path, reading);
  return { document, places: new Map(placeLines(document).map(({ line, place }) => [line.index, place])) };
}

async function hearScript(
  { language, acousticDraft }: ScriptOrder,
  { path, name, seconds }: OpenedVoice,
  tools: Omit<Run, 'work'>,
): Promise<SpokenScript> {
  const work = await openWorkFolder(undefined);
  try {
    const sha256 = await fingerprintFile(path, tools.signal);
    const stem = { path, name, sha256, seconds, character: null };
    const hear = hearsScripts(async () => ({ ...tools, work }));
    const { lines, tag, heard } = await hear([stem], { language, words: !acousticDraft });
    if (lines.length > 0) return { script: scriptOf(lines), lines, tag, heard: heard! };
    throw new Refusal(
      'nobody-speaks',
      `Nobody was heard to speak in ${name}: name a file with speech in it.`,
    );
  } finally {
    await work.close();
  }
}

/** Lines that were heard as a script. */
export const scriptOf = (lines: readonly Line[]): ReadScript => ({
  document: {
    ...EMPTY_SCRIPT,
    lines: lines.map(({ span, text }) => ({ ...(span && { span }), text: [text] })),
  },
  places: new Map(lines.map(({ index }, place) => [index, place])),
});
