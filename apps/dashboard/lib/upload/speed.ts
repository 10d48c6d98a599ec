/** How many bytes had been sent at a moment, in milliseconds. */
interface Sample {
  readonly at: number;
  readonly sent: number;
}

/** How far back the speed is taken from: shorter jumps about, longer lies after a change. */
const WINDOW_MS = 10_000;

/** Nothing is said of the speed before that. */
const FIRST_MS = 1_000;

/** What has been seen of an upload's progress lately. */
export type Samples = readonly Sample[];

/** Adds what has been sent by now; what came before the window is dropped, but for the last of it. */
export function withSample(samples: Samples, at: number, sent: number): Samples {
  const from = samples.findLastIndex((sample) => sample.at <= at - WINDOW_MS);
  return [...samples.slice(Math.max(0, from)), { at, sent }];
}

/** Bytes per second of late; `null` until there is something to tell. */
export function bytesPerSecond(samples: Samples): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < FIRST_MS) return null;
  return Math.max(0, ((last.sent - first.sent) * 1000) / (last.at - first.at));
}

/** Seconds until the rest is sent; `null` while nobody can tell. */
export const secondsLeft = (perSecond: number | null, rest: number): number | null =>
  perSecond === null || perSecond <= 0 ? null : Math.ceil(rest / perSecond);
