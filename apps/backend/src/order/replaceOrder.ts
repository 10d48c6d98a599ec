import type { DubOrder } from './dubOrder.ts';
import type { NamedVoice } from './namedVoice.ts';

/** A replacement as a person asked for it on the command line. */
export interface ReplaceOrder extends Pick<
  DubOrder,
  | 'film'
  | 'out'
  | 'report'
  | 'rightsBasis'
  | 'settings'
  | 'work'
  | 'from'
  | 'to'
  | 'draft'
  | 'lossless'
  | 'splice'
> {
  /** Whose head it is, as `inspect` tells performers. */
  readonly performer: string;
  /** Footage of the shown performer, with who in it that is, or their name, where people said it. */
  readonly donorFootage: readonly NamedVoice[];
  /** Who in the first of it is the shown performer, where several people are seen. */
  readonly donor?: string;
  /** Only in the shots with these numbers; left out: in all. */
  readonly shots?: readonly number[];
  /** How much of a face is the shown performer's, 1 wholly. */
  readonly strength: number;
  /** The name of a network that makes the face, among those that were added; left out: it is taken from the footage. */
  readonly generator?: string;
  /** The name of one that restores the face's detail, last. */
  readonly restorer?: string;
  /** Whether the title is commercial: then only networks whose licences allow that are used. */
  readonly commercial: boolean;
}
