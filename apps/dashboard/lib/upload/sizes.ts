const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the unit in which people would say it; `digits` are those after the point. */
export interface Size {
  readonly value: number;
  readonly unit: (typeof UNITS)[number];
  readonly digits: number;
}

/** Puts a number of bytes into the largest unit that has at least one of it, counted in thousands as disks are. */
export function sizeOf(bytes: number): Size {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return { value, unit: UNITS[step], digits: step === 0 || value >= 100 ? 0 : 1 };
}

/** A duration in the unit in which people would say it. */
export interface Duration {
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour';
}

/** Rounds seconds up to what somebody who waits wants to know. */
export function durationOf(seconds: number): Duration {
  if (seconds < 60) return { value: Math.max(1, Math.ceil(seconds)), unit: 'second' };
  if (seconds < 3600) return { value: Math.ceil(seconds / 60), unit: 'minute' };
  return { value: Math.ceil(seconds / 360) / 10, unit: 'hour' };
}
