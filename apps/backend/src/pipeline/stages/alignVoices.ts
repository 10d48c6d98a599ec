import type { Line, Phone } from '@mondwerk/film';
import type { Conforming, LineAlignment, VoiceAlignment } from '@mondwerk/speech';
import type { CheckedOrder } from '../checkedOrder.ts';
import { voicesOf, type DubVoice } from '../dubVoices.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { LineProblem } from '../lines/lineCodes.ts';
import { lateBy, problemOf } from '../lines/lineProblem.ts';
import { lanesOf, overlappingLines } from '../overlappingLines.ts';
import type { Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import { alignVoiceOnce, type SpokenSound } from './alignSpeech.ts';
import { layVoicesOnce } from './conformVoice.ts';
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

/** Aligns every voice of a dub by itself with its lines: a changed file is heard again, the others are not. */
export async function alignVoicesOnce(run: Run, order: CheckedOrder): Promise<Artifact<VoiceSpeech>> {
  const voices = voicesOf(order.stems, order.script.lines);
  const heard: HeardVoice[] = [];
  for (const voice of voices) heard.push(await hearVoice(run, order, voice, heard));
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

async function hearVoice(
  run: Run,
  order: CheckedOrder,
  voice: DubVoice,
  before: readonly HeardVoice[],
): Promise<HeardVoice> {
  // What nobody's own file says is looked for in what will be heard of all: the others are laid already.
  const sound = voice.everyone
    ? await layVoicesOnce(
        run,
        order,
        before.map(({ laid }) => laid),
      )
    : await mixSoundsOnce(run, voice.stems);
  const lines = voice.everyone ? order.script.lines : voice.lines;
  const spoken = { sound, lines, keepTimes: voice.everyone || order.settings.voiceAsIs };
  const parts = await hearLanes(run, order, spoken);
  const { name, sha256, seconds } = sound;
  const laid: AlignedVoice = {
    sound: { name, sha256, seconds },
    stems: voice.stems.map((stem) => order.stems.indexOf(stem)),
    lines: voice.lines.map(({ index }) => index),
    conforming: parts[0].value.conforming,
  };
  return { voice, laid, parts };
}

/**
 * Hears lines one after the other. Where some overlap and one of those is not found so, they are looked for each by
 * itself: two people may be heard in one sound.
 */
async function hearLanes(
  run: Run,
  order: CheckedOrder,
  spoken: SpokenSound,
): Promise<Artifact<VoiceAlignment>[]> {
  const whole = await alignVoiceOnce(run, order, spoken);
  const overlapping = overlappingLines(spoken.lines);
  const lost = whole.value.lines.some(({ line, fits }) => !fits && overlapping.has(line));
  if (!lost || whole.value.conforming !== null) return [whole];
  const lanes: Artifact<VoiceAlignment>[] = [];
  for (const lines of lanesOf(spoken.lines)) {
    lanes.push(await alignVoiceOnce(run, order, { ...spoken, lines, keepTimes: true }));
  }
  return sureness(lanes, overlapping) > sureness([whole], overlapping) ? lanes : [whole];
}

/** How surely some lines were found, all together. */
const sureness = (parts: readonly Artifact<VoiceAlignment>[], of: ReadonlySet<number>): number =>
  parts
    .flatMap(({ value }) => value.lines)
    .reduce((sum, { line, confidence }) => (of.has(line) ? sum + confidence : sum), 0);

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
        const told = { lateBy: late, mixed: parts.length > 1 && atOnce.has(each.line) };
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
