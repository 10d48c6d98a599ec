import type { AudioBufferSink } from 'mediabunny';
import { heardPieces, type HeardPiece, type PlayRun } from './playRun.ts';

/** Seconds of sound that are handed over in advance: timers of hidden pages come once in a second. */
const AHEAD = 2.5;

/** Seconds in which a sound fades when it is cut off, so that it does not click. */
const FADE = 0.008;

/** A sound being played: what was handed over can be taken back. */
export interface PlayingSound {
  stop(): void;
}

/** A part of a decoded sound, and when it is heard. */
interface Part {
  readonly buffer: AudioBuffer;
  readonly when: number;
  /** Seconds of the buffer that are left out in front, and those that are heard. */
  readonly skip: number;
  readonly length: number;
}

/** Plays the sound of a film along a run forwards whose instants are those of the context. */
export function playSound(
  context: AudioContext,
  sink: AudioBufferSink,
  run: PlayRun,
  out: AudioNode,
): PlayingSound {
  const gate = new GainNode(context);
  gate.connect(out);
  const nodes = new Set<AudioBufferSourceNode>();
  const stopped = new AbortController();
  const hand = (part: Part): void => {
    const node = handOver(context, part, run.speed, gate);
    if (node === undefined) return;
    nodes.add(node);
    node.onended = () => {
      node.disconnect();
      nodes.delete(node);
    };
  };
  // A sound that cannot be read leaves silence: the picture goes on, and says so where it cannot be read either.
  void handAll({ context, sink, run, hand, signal: stopped.signal }).catch(() => undefined);
  return {
    stop() {
      if (stopped.signal.aborted) return;
      stopped.abort();
      const now = context.currentTime;
      gate.gain.setValueAtTime(1, now);
      gate.gain.linearRampToValueAtTime(0, now + FADE);
      for (const node of nodes) node.stop(now + FADE);
      setTimeout(() => gate.disconnect(), 100);
    },
  };
}

interface Handing {
  readonly context: AudioContext;
  readonly sink: AudioBufferSink;
  readonly run: PlayRun;
  readonly hand: (part: Part) => void;
  readonly signal: AbortSignal;
}

async function handAll({ context, sink, run, hand, signal }: Handing): Promise<void> {
  for (const piece of heardPieces(run)) {
    for await (const { buffer, timestamp } of sink.buffers(piece.start, piece.end)) {
      if (signal.aborted) return;
      const part = partOf(piece, buffer, timestamp, run.speed);
      if (part.length > 0) hand(part);
      await untilNear(context, part.when, signal);
      if (signal.aborted) return;
    }
    await untilNear(context, piece.at + (piece.end - piece.start) / run.speed, signal);
    if (signal.aborted) return;
  }
}

function partOf({ start, end, at }: HeardPiece, buffer: AudioBuffer, timestamp: number, speed: number): Part {
  const skip = Math.max(0, start - timestamp);
  const length = Math.min(buffer.duration, end - timestamp) - skip;
  return { buffer, skip, length, when: at + (timestamp + skip - start) / speed };
}

/** What comes too late is entered where it would be by now. */
function handOver(
  context: AudioContext,
  { buffer, when, skip, length }: Part,
  speed: number,
  out: AudioNode,
): AudioBufferSourceNode | undefined {
  const late = Math.max(0, context.currentTime - when) * speed;
  if (late >= length) return undefined;
  const node = new AudioBufferSourceNode(context, { buffer, playbackRate: speed });
  node.connect(out);
  node.start(when, skip + late, length - late);
  return node;
}

async function untilNear(context: AudioContext, instant: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const early = instant - context.currentTime - AHEAD;
    if (early <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(20, early * 1000));
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}
