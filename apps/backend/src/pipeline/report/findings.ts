import type { Line, MouthCue, Performer, Shot } from '@mondwerk/film';
import type { CopiedSpan } from '@mondwerk/media';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { SpokenLine } from '../casting/castLines.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { FootageUse, PerformerSpeech } from '../footage/footageUse.ts';
import type { LipCheck } from '../lipChecks.ts';
import type { ReplacedBefore } from '../replacement/replacedBefore.ts';
import type { StageTime } from '../progress.ts';
import type { PartRecord } from '../filmPart.ts';
import type { PatchResult } from '../renderedFrame.ts';
import type { VoiceSpeech } from '../stages/alignVoices.ts';
import type { JudgedMouths } from '../stages/judgeLines.ts';
import type { CastWishes } from '../wishes/castWishes.ts';

/** Everything that a run found out and did, from which the report is written. */
export interface Findings {
  readonly order: CheckedOrder;
  /** The film whose pictures were rendered, where the dub was planned on a proxy of it. */
  readonly shown?: CheckedFilm;
  /** What was replaced in the film before it was dubbed; left out where nothing was. */
  readonly before?: ReplacedBefore;
  /** The lines of the script that are told of. */
  readonly lines: readonly Line[];
  /** The name of what was made. */
  readonly out: string;
  readonly shots: readonly Shot[];
  readonly tracks: readonly TrackSummary[];
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
  readonly speech: VoiceSpeech;
  /** How visibly the old mouths say something else, line by line. */
  readonly judged: readonly JudgedMouths[];
  /** The lines whose mouths are left because they nearly say them. */
  readonly spared: ReadonlySet<number>;
  /** What people want of the mouths, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
  /** The shapes that sounds ask for, shot by shot. */
  readonly cues: readonly MouthCue[];
  readonly checks: readonly LipCheck[];
  readonly dubbed: readonly DubbedTrack[];
  readonly parts: readonly PartRecord[];
  /** What was copied, where that was asked for, and the mouths in it, all of which were left as they were. */
  readonly copied?: { readonly spans: readonly CopiedSpan[]; readonly mouths: readonly PatchResult[] };
  /** How much of the speaking mouths of those who are dubbed was seen. */
  readonly seen: readonly PerformerSpeech[];
  /** What was taken from other footage. */
  readonly footage: readonly FootageUse[];
  readonly times: readonly StageTime[];
}
