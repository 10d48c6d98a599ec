import type { CheckedFilm } from '../checkedFilm.ts';
import type { ChangedBefore } from '../filmPart.ts';
import type { ReplacementReport } from '../report/replacementSchema.ts';

/** What was replaced in a film before it is dubbed. */
export interface ReplacedBefore {
  /** The film as it was brought. */
  readonly film: CheckedFilm;
  /** Where it was changed, frame by frame. */
  readonly boxes: ChangedBefore;
  readonly told: Pick<ReplacementReport, 'replaced' | 'disclosure' | 'shots'>;
}
