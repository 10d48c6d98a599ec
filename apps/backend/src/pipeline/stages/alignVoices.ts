import type { Line, Phone } from '@mondwerk/film';
import type { Conforming, Drift, LineAlignment, VoiceAlignment } from '@mondwerk/speech';
import type { CheckedOrder } from '../checkedOrder.ts';
import { voicesOf, type DubVoice } from '../dubVoices.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { LineProblem } from '../lines/lineCodes.ts';
import { lateBy, problemOf } from '../lines/lineProblem.ts';
import { overlappingLines } from '../overlappingLines.ts';
import type { Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { SpokenSound } from './alignSpeech.ts';
import { layVoicesOnce } from './conformVoice.ts';
import { hearLanes } from './hearLanes.ts';
import { mixSoundsOnce, type HeardSound } from './mixStems.ts';

/** How one voice of a dub lies on the film's clock. */
export interface AlignedVoice {
  /** What is heard of it, as it was sent. */
  readonly sound: Omit<HeardSound, 'path'>;
  /** The places of its files among all stems. */
  readonly stems: readonly number[];
  /** The lines that were looked for in it. */
  readonly lines: readonly number[];
  readonly conforming: Conforming | null;
}

/** How a line fared: what the aligner found, and what a person should know about it. */
export interface JudgedLine extends Omit<LineAlignment, 'problem'> {
  readonly problem: LineProblem | null;
  /** Seconds by which it is heard later than its script says, negative: earlier; `null` where that cannot be told. */
  readonly lateBy: number | null;
}

/**
 * What all voices of a dub say, on the film's clock: the phones of all lines, ascending by their start. Those of
 * different lines may overlap, and there is nothing between lines.
 */
export interface VoiceSpeech {
  readonly phones: readonly Phone[];
  readonly lines: readonly JudgedLine[];
  readonly voices: readonly AlignedVoice[];
}

/**
 * Aligns every voice of a dub by itself with its lines: a changed file is heard again, the others are not. Too few lines
 * tell no drift, so a voice that is just as long as one that drifts is heard once more along that.
 */
export async function alignVoicesOnce(run: Run, order: CheckedOrder): Promise<Artifact<VoiceSpeech>> {
  const voices = voicesOf(order.stems, order.script.lines);
  const own: HeardVoice[] = [];
  for (const voice of voices) if (!voice.everyone) own.push(await hearOwn(run, order, voice));
  const heard: HeardVoice[] = [];
  for (const each of own) {
    const likely = driftBeside(each, own);
    heard.push(likely === undefined ? each : await hearOwn(run, order, each.voice, likely));
  }
  for (const voice of voices) if (voice.everyone) heard.push(await hearRest(run, order, voice, heard));
  const parts = heard.flatMap(({ parts: own }) => own);
  return {
    key: fingerprintValue(['voices', parts.map(({ key }) => key), voices.map(({ lines }) => lines)]),
    value: joinVoices(heard, order.script.lines),
  };
}

interface HeardVoice {
  readonly voice: DubVoice;
  readonly laid: AlignedVoice;
  /** One alignment, or one for each of several lines that are said at once. */
  readonly parts: readonly Artifact<VoiceAlignment>[];
}

/** Files that were recorded together are no further apart in length than this, in seconds. */
const SAME_LENGTH = 0.25;

/** The drift of a voice that is as long as one that does not drift, as far as its own lines tell. */
function driftBeside({ laid }: HeardVoice, all: readonly HeardVoice[]): Drift | undefined {
  if (laid.conforming !== null) return undefined;
  return all.find(
    ({ laid: other }) =>
      other.conforming !== null && Math.abs(other.sound.seconds - laid.sound.seconds) < SAME_LENGTH,
  )?.laid.conforming?.drift;
}

const hearOwn = async (
  run: Run,
  order: CheckedOrder,
  voice: DubVoice,
  likely?: Drift,
): Promise<HeardVoice> => {
  const sound = await mixSoundsOnce(run, voice.stems);
  const { lines } = voice;
  return hearVoice(run, order, voice, { sound, lines, keepTimes: order.settings.voiceAsIs, likely });
};

/** What nobody's own file says is looked for in what will be heard of all: the others are laid already. */
async function hearRest(
  run: Run,
  order: CheckedOrder,
  voice: DubVoice,
  before: readonly HeardVoice[],
): Promise<HeardVoice> {
  const sound = await layVoicesOnce(
    run,
    order,
    before.map(({ laid }) => laid),
  );
  return hearVoice(run, order, voice, { sound, lines: order.script.lines, keepTimes: true });
}

async function hearVoice(
  run: Run,
  order: CheckedOrder,
  voice: DubVoice,
  spoken: SpokenSound,
): Promise<HeardVoice> {
  const parts = await hearLanes(run, order, spoken);
  const { name, sha256, seconds } = spoken.sound;
  const laid: AlignedVoice = {
    sound: { name, sha256, seconds },
    stems: voice.stems.map((stem) => order.stems.indexOf(stem)),
    lines: voice.lines.map(({ index }) => index),
    conforming: parts[0].value.conforming,
  };
  return { voice, laid, parts };
}

function joinVoices(heard: readonly HeardVoice[], script: readonly Line[]): VoiceSpeech {
  const phones: Phone[] = [];
  const found = new Map<number, JudgedLine>();
  const scripted = new Map(script.map((line) => [line.index, line]));
  for (const { voice, parts } of heard) {
    const own = new Set(voice.lines.map(({ index }) => index));
    const atOnce = overlappingLines(voice.lines);
    for (const { value } of parts) {
      phones.push(...value.phones.filter(({ line }) => own.has(line)));
      for (const each of value.lines) {
        if (!own.has(each.line)) continue;
        const late = lateBy(scripted.get(each.line), each);
        const mixed = atOnce.has(each.line) && (parts.length > 1 || !each.fits);
        const told = { lateBy: late, mixed };
        found.set(each.line, { ...each, lateBy: late, problem: problemOf(each, told) });
      }
    }
  }
  return {
    phones: phones.sort((a, b) => a.span.start - b.span.start || a.line - b.line),
    lines: script.flatMap(({ index }) => found.get(index) ?? []),
    voices: heard.map(({ laid }) => laid),
  };
}
