/** How a ruler is divided: every so many frames a stroke with a timecode, and shorter ones between. */
export interface Ticks {
  readonly major: number;
  readonly minor: number;
}

/** Below a second, in frames. */
const FRAMES = [1, 2, 5, 10] as const;
/** From there on, in seconds. */
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600] as const;

/** A timecode and some air beside it, and a stroke and some air beside it, in pixels. */
const ROOM = { label: 92, stroke: 7 } as const;

/** The finest division whose timecodes do not touch; `fps` is how many frames people count in a second. */
export function ticksFor(perPixel: number, fps: number): Ticks {
  const steps = [...FRAMES.filter((step) => step < fps), ...SECONDS.map((seconds) => seconds * fps)];
  const major = steps.find((step) => step / perPixel >= ROOM.label) ?? steps.at(-1)!;
  const minor = steps.find((step) => step / perPixel >= ROOM.stroke && major % step === 0) ?? major;
  return { major, minor };
}
