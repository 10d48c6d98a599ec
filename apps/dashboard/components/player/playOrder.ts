import { contains, type FrameSpan } from '@mondwerk/film';

/** Where a player is, and where it goes from there. */
export interface Playhead {
  readonly frame: number;
  readonly forwards: boolean;
  /** What is played over and over; `null` when it is left at the end of the film. */
  readonly loop: FrameSpan | null;
  /** How many frames the film has. */
  readonly count: number;
}

/** The next `most` frames in the order in which they are shown, the one under the playhead first; none twice. */
export function playOrder({ frame, forwards, loop, count }: Playhead, most: number): number[] {
  const within = loop !== null && contains(loop, frame) ? loop : null;
  const { start, end } = within ?? { start: 0, end: count };
  const length = end - start;
  const order: number[] = [];
  for (let ahead = 0; ahead < Math.min(most, length); ahead++) {
    const at = frame - start + (forwards ? ahead : -ahead);
    if (within === null && (at < 0 || at >= length)) break;
    order.push(start + ((at + length) % length));
  }
  return order;
}

/** The frames around one that stands still: it first, then mostly those on the side to which somebody steps. */
export function restOrder(playhead: Playhead, ahead: number, behind: number): number[] {
  const back = playOrder({ ...playhead, forwards: !playhead.forwards }, behind + 1);
  return [...new Set([...playOrder(playhead, ahead + 1), ...back])];
}

/** Frames of a group of a proxy at most (docs/proxies.md): backwards, whole ones are decoded at once. */
const GROUP = 12;

/** The next frames backwards, at least `least`, up to where a dozen is full: so each dozen is read once. */
export function backOrder(playhead: Playhead, least: number): number[] {
  const last = Math.floor((playhead.frame - least) / GROUP) * GROUP;
  return playOrder(playhead, playhead.frame - last + 1);
}
