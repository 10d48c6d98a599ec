import type { Performer, Shot } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { SpokenLine } from '../casting/castLines.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { StageTime } from '../progress.ts';
import type { PartRecord } from '../filmPart.ts';
import type { VoiceSpeech } from '../stages/alignSpeech.ts';
import type { Cues } from '../stages/cueMouths.ts';

/** Everything that a run found out and did, from which the report is written. */
export interface Findings {
  readonly order: CheckedOrder;
  /** The name of what was made. */
  readonly out: string;
  readonly shots: readonly Shot[];
  readonly tracks: readonly TrackSummary[];
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
  readonly speech: VoiceSpeech;
  readonly cues: Cues;
  readonly plan: readonly PlannedMouth[];
  readonly dubbed: readonly DubbedTrack[];
  readonly parts: readonly PartRecord[];
  readonly times: readonly StageTime[];
}
