/** What was seen while somebody moved a timeline. */
export interface Drive {
  /** Between the browser's frames, milliseconds, ascending. */
  readonly between: readonly number[];
  /** What drawing took of the script's time in each, milliseconds, ascending. */
  readonly script: readonly number[];
  /** The most that was drawn in one. */
  readonly mostItems: number;
  /** How often the browser was blocked for 50 ms or more. */
  readonly longTasks: number;
  /** How many pictures were drawn. */
  readonly pictures: number;
}

/** Which piece of the film is shown. */
export interface Seen {
  readonly start: number;
  readonly perPixel: number;
  /** Where the playhead is. */
  readonly frame: number;
  /** How many pictures were drawn so far. */
  readonly pictures: number;
}

/** What the page of `serveTimeline` does for a spec or a bench, with a film of 2,000 shots. */
export interface TimelineBench {
  /** Turns the wheel over the timeline in each of so many frames: nearer and farther, or else along the film. */
  readonly drive: (frames: number, zooms: boolean) => Promise<Drive>;
  /** Shows the film from its beginning, one frame to a pixel; or all of it. */
  readonly show: (whole: boolean) => void;
  /** Scrolls to the last rows. */
  readonly scrollDown: () => void;
  /** Lets the film play over some frames. */
  readonly play: (from: number, to: number) => void;
  /** Waits until nothing is left to be drawn. */
  readonly settle: (frames?: number) => Promise<Seen>;
}
