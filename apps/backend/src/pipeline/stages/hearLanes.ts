import type { VoiceAlignment } from '@mondwerk/speech';
import type { CheckedOrder } from '../checkedOrder.ts';
import { lanesOf, overlappingLines, sureness } from '../overlappingLines.ts';
import type { Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import { alignVoiceOnce, type SpokenSound } from './alignSpeech.ts';

/**
 * Hears lines one after the other. Where some overlap and one of those is not found so, they are looked for each by
 * itself: two people may be heard in one sound.
 */
export async function hearLanes(
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
    lanes.push(await alignVoiceOnce(run, order, { ...spoken, lines, keepTimes: true, likely: undefined }));
  }
  const found = lanes.map(({ value }) => value);
  return sureness(found, overlapping) > sureness([whole.value], overlapping) ? lanes : [whole];
}
