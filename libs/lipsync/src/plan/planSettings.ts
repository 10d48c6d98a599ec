/** How a mouth's frames are planned, where people want them other than the engine would. */
export interface PlanSettings {
  /** How strongly the mouth's motion is calmed from frame to frame, 1 as usual, 0 not at all (0..3). */
  readonly smoothing: number;
  /** How dear it is to take a source from another shot than the frame's own, 1 as usual (0..100). */
  readonly ownShot: number;
  /** How dear it is to leave a run of consecutive source frames, 1 as usual (0..10). */
  readonly longRuns: number;
}

/** As the engine plans where nobody asks for anything else. */
export const USUAL_PLAN: PlanSettings = { smoothing: 1, ownShot: 1, longRuns: 1 };
