import type { Atlas } from './buildAtlas.ts';

/** A mouth open so far, in eye distances, shows what is inside of it; at rest and between words it is open less far. */
const OPEN = 0.06;

/** With fewer openings, or fewer open frames, a mouth is not taken to have spoken: it yawned, or landmarks slipped. */
const LEAST = { openings: 3, open: 10 } as const;

/** With fewer, what was seen is repeated so often that it shows. */
const PLENTY = { openings: 6, open: 25 } as const;

/** How much of a performer's speaking mouth was seen, in frames that can be trusted. */
export interface SpeechSeen {
  /** Of the film itself. */
  readonly frames: number;
  /** Of other footage. */
  readonly elsewhere: number;
  /** Frames, of all of them, in which the mouth is open. */
  readonly open: number;
  /** How often it opened. */
  readonly openings: number;
  /** The widest opening, in eye distances. */
  readonly widest: number;
  readonly speaks: 'never' | 'little' | 'plenty';
}

/** Tells how much of a performer's speaking mouth an atlas has: nothing can be taken from where nothing was seen. */
export function speechSeen({ entries }: Pick<Atlas, 'entries'>): SpeechSeen {
  const trusted = entries.filter(({ distrusted }) => distrusted === undefined);
  const isOpen = trusted.map(({ aperture }) => aperture > OPEN);
  const count = {
    open: isOpen.filter(Boolean).length,
    openings: isOpen.filter((open, at) => open && isOpen[at - 1] !== true).length,
  };
  const reaches = (least: typeof count): boolean =>
    count.open >= least.open && count.openings >= least.openings;
  const elsewhere = trusted.filter(({ footage }) => footage !== undefined).length;
  return {
    frames: trusted.length - elsewhere,
    elsewhere,
    ...count,
    widest: trusted.reduce((most, { aperture }) => Math.max(most, aperture), 0),
    speaks: reaches(PLENTY) ? 'plenty' : reaches(LEAST) ? 'little' : 'never',
  };
}
