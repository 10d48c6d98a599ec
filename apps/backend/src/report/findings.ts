import type { Performer, Shot } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../cast/dubbedTracks.ts';
import type { TrackSummary } from '../cast/trackSummary.ts';
import type { SpokenLine } from '../cast/castLines.ts';
import type { CheckedOrder } from '../order/checkOrder.ts';
import type { StageTime } from '../pipeline/progress.ts';
import type { PartRecord } from '../pipeline/filmPart.ts';
import type { VoiceSpeech } from '../pipeline/stages/alignSpeech.ts';
import type { Cues } from '../pipeline/stages/cueMouths.ts';

/** Everything that a run found out and did, from which the report is written. */
export interface Findings {
  readonly order: CheckedOrder;
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
