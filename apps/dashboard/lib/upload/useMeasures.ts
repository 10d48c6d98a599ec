import { useMemo } from 'react';
import { useFormatter } from 'use-intl';
import { durationOf, sizeOf } from './sizes.ts';

/** Sizes, speeds and durations as people say them in their language. */
export interface Measures {
  /** Bytes: “2.7 MB”. */
  readonly size: (bytes: number) => string;
  /** Bytes per second: “12.4 MB/s”. */
  readonly speed: (perSecond: number) => string;
  /** Seconds, rounded: “3 min”. */
  readonly time: (seconds: number) => string;
  /** A share from 0 to 1: “43 %”; never 100 % before all of it is there. */
  readonly percent: (share: number) => string;
}

/** How to say sizes, speeds and durations. */
export function useMeasures(): Measures {
  const format = useFormatter();
  return useMemo(() => {
    const sized = (bytes: number, per: string): string => {
      const { value, unit, digits } = sizeOf(bytes);
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return format.number(value, { style: 'unit', unit: unit + per, unitDisplay: 'short', ...fraction });
    };
    return {
      size: (bytes) => sized(bytes, ''),
      speed: (perSecond) => sized(perSecond, '-per-second'),
      time: (seconds) => {
        const { value, unit } = durationOf(seconds);
        return format.number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
      },
      percent: (share) =>
        format.number(share < 1 ? Math.floor(share * 100) / 100 : 1, {
          style: 'percent',
          maximumFractionDigits: 0,
        }),
    };
  }, [format]);
}
