import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import type { Conforming, LineAlignment, Pronunciation, VoiceAlignment } from '@mondwerk/speech';
import { alignInThread } from '../pipeline/alignInThread.ts';
import { lanesOf, overlappingLines, sureness } from '../pipeline/overlappingLines.ts';
import { suspectedLength } from './followDrift.ts';
import { onVoiceClock } from './onVoiceClock.ts';
import type { OpenedVoice } from './openVoice.ts';
import { oneByOne, withSilences } from './withSilences.ts';

/** What is looked for in a voice, and how. */
export interface WantedLines {
  readonly voice: OpenedVoice;
  readonly lines: readonly Line[];
  readonly pronunciations: readonly Pronunciation[];
  /** Whether nobody looks if the voice drifts from the script. */
  readonly voiceAsIs: boolean;
  /** Whether times are told as the script has them, where the voice drifts. */
  readonly conform: boolean;
}

/** What was found in a voice. */
export interface HeardVoice {
  /** All that is said, ascending by its start; those of different lines may overlap. */
  readonly spoken: readonly Phone[];
  /** One after the other, with silences: of what is said at once only the first. */
  readonly phones: readonly Phone[];
  readonly lines: readonly LineAlignment[];
  /** How the voice runs away from its script, `null` where it does not. */
  readonly conforming: Conforming | null;
}

/** Looks for lines in a voice. Those that a drift has carried far from their times are only found once it is known. */
export async function hearVoice(wanted: WantedLines, signal: AbortSignal): Promise<HeardVoice> {
  const { lines, voiceAsIs, conform } = wanted;
  const { seconds } = wanted.voice;
  const asItIs = await look(wanted, seconds, true, signal);
  const film = voiceAsIs ? undefined : suspectedLength(lines, asItIs.lines, seconds);
  const followed = film === undefined ? asItIs : await look(wanted, film, false, signal);
  const { conforming } = followed;
  if (conforming === null) return { ...(await hearLanes(wanted, asItIs, signal)), conforming };
  const { phones, lines: found } = conform ? followed : onVoiceClock(followed, conforming.pieces, seconds);
  return { spoken: spokenIn([{ phones }]), phones, lines: found, conforming };
}

const look = (
  { voice: { path, seconds, film: heardIn }, lines, pronunciations }: WantedLines,
  film: number,
  keepTimes: boolean,
  signal: AbortSignal,
): Promise<VoiceAlignment> =>
  alignInThread(signal, {
    sound: heardIn === null ? { voice: path, seconds } : { film: heardIn },
    ...{ lines, pronunciations },
    clock: { lengths: { voice: seconds, film }, keepTimes },
  });

/** Where some lines overlap, they are looked for one after the other and each by itself: whatever is surer counts. */
async function hearLanes(
  wanted: WantedLines,
  whole: VoiceAlignment,
  signal: AbortSignal,
): Promise<Omit<HeardVoice, 'conforming'>> {
  const {
    lines,
    voice: { seconds },
  } = wanted;
  const inTime = lines.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const overlapping = overlappingLines(inTime);
  const asOne = { spoken: spokenIn([whole]), phones: whole.phones, lines: whole.lines };
  if (overlapping.size === 0) return asOne;
  const lanes: VoiceAlignment[] = [];
  for (const own of lanesOf(inTime)) lanes.push(await look({ ...wanted, lines: own }, seconds, true, signal));
  if (sureness(lanes, overlapping) <= sureness([whole], overlapping)) return asOne;
  const spoken = spokenIn(lanes);
  return {
    spoken,
    phones: withSilences(oneByOne(spoken), seconds),
    lines: lanes.flatMap((lane) => lane.lines),
  };
}

const spokenIn = (parts: readonly Pick<VoiceAlignment, 'phones'>[]): Phone[] =>
  parts
    .flatMap(({ phones }) => phones.filter(({ ipa, line }) => ipa !== SILENCE && line >= 0))
    .sort((a, b) => a.span.start - b.span.start);
