import { listLines } from './listLines.ts';

/** The timestamps of a film's frames in the order of showing, in the stream's own unit. */
export interface FrameTimes {
  readonly pts: Float64Array;
  readonly keyFrames: Int32Array;
  /** How long the last frame stays, where the container says so; else 0. */
  readonly lastDuration: number;
  /** Packets in the container, those included that an edit list leaves out. */
  readonly packets: number;
  /** How many packets the demuxer itself calls damaged. */
  readonly damaged: number;
}

interface Stamp {
  readonly pts: number;
  readonly duration: number;
  readonly key: boolean;
}

/**
 * Reads every packet's timestamp without decoding. Packets that an edit list discards are no frames. Where the
 * container has no timestamps (some AVI files), the frames are decoded once for the decoder's own.
 */
export async function readFrameTimes(path: string): Promise<FrameTimes> {
  const stamps: Stamp[] = [];
  let packets = 0;
  let damaged = 0;
  let unstamped = 0;
  for await (const line of listLines(path, 'V:0', 'packet=pts,duration,flags', [])) {
    const [pts, duration, flags = ''] = line.split(',');
    packets += 1;
    if (flags.includes('C')) damaged += 1;
    if (flags.includes('D')) continue;
    if (pts === 'N/A') unstamped += 1;
    stamps.push({ pts: Number(pts), duration: Number(duration) || 0, key: flags.includes('K') });
  }
  const shown = unstamped > 0 ? await decodedStamps(path) : stamps;
  return { ...inOrder(shown), packets, damaged };
}

async function decodedStamps(path: string): Promise<Stamp[]> {
  const stamps: Stamp[] = [];
  const entries = 'frame=key_frame,best_effort_timestamp';
  for await (const line of listLines(path, 'V:0', entries, ['-show_frames'])) {
    const [key, pts] = line.split(',');
    if (pts !== 'N/A') stamps.push({ pts: Number(pts), duration: 0, key: key === '1' });
  }
  return stamps;
}

function inOrder(stamps: readonly Stamp[]): Omit<FrameTimes, 'packets' | 'damaged'> {
  const sorted = stamps.toSorted((a, b) => a.pts - b.pts);
  return {
    pts: Float64Array.from(sorted, (stamp) => stamp.pts),
    keyFrames: Int32Array.from(sorted.flatMap((stamp, frame) => (stamp.key ? [frame] : []))),
    lastDuration: sorted.at(-1)?.duration ?? 0,
  };
}
