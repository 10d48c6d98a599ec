import type { MediaFile } from './mediaFile.ts';
import type { SoundName } from './playerState.ts';
import type { PlayRun } from './playRun.ts';
import { isHeard } from './shuttle.ts';
import { playSound, type PlayingSound } from './soundTrack.ts';

/** Milliseconds after which a machine that lets nobody hear anything is believed. */
const WAKING = 400;

/** Seconds between handing over the first sound and hearing it. */
const LEAD = 0.05;

interface Track {
  readonly media: MediaFile;
  gain?: GainNode;
  playing?: PlayingSound | undefined;
}

/**
 * Plays the sounds of a film, all at once and all but one silent, so that one can be changed for the other within a word;
 * and is the clock by which pictures are shown: that of the sound card where one runs, else the machine's.
 */
export class SoundDesk {
  readonly #tracks = new Map<SoundName, Track>();
  readonly #lost: () => void;
  #context: AudioContext | undefined;
  #main: GainNode | undefined;
  #heard: SoundName | 'none' = 'original';
  #volume = 1;
  #onCard = false;

  /** `lost` is told when the sound card stops while it is the clock: from then on it stands still. */
  constructor(lost: () => void) {
    this.#lost = lost;
  }

  /** Sets or takes away a sound; what plays of it stops. */
  setTrack(name: SoundName, media: MediaFile | null): void {
    const before = this.#tracks.get(name);
    before?.playing?.stop();
    before?.gain?.disconnect();
    this.#tracks.delete(name);
    if (media !== null) this.#tracks.set(name, { media });
  }

  /** Says which sound is heard. */
  hear(name: SoundName | 'none'): void {
    this.#heard = name;
    for (const [each, { gain }] of this.#tracks) this.#fade(gain, each === name ? 1 : 0);
  }

  /** 0 silent, 1 as it is. */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#fade(this.#main, volume);
  }

  /** Gets ready for the clock to run: browsers let a sound card run only once somebody has pressed something. */
  async wake(): Promise<void> {
    if (!('AudioContext' in globalThis)) return;
    const context = this.#open();
    this.#onCard = false;
    if (context.state !== 'running') {
      await Promise.race([
        context.resume().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, WAKING)),
      ]);
    }
    this.#onCard = context.state === 'running';
  }

  /** The instant now on the clock that `wake` chose: what is heard right now was due then. */
  get now(): number {
    const context = this.#context;
    if (!this.#onCard || context === undefined) return performance.now() / 1000;
    return context.currentTime - (context.outputLatency || context.baseLatency || 0);
  }

  /** The instant at which something that begins now can be heard. */
  get soon(): number {
    return this.#onCard ? this.#context!.currentTime + LEAD : this.now;
  }

  /** Lets the sounds be heard along a run. */
  play(run: PlayRun): void {
    this.stop();
    const context = this.#context;
    if (!this.#onCard || context === undefined || !isHeard(run.speed)) return;
    for (const [name, track] of this.#tracks) void this.#playTrack(context, name, track, run);
  }

  /** Stops the sounds; the clock goes on. */
  stop(): void {
    for (const track of this.#tracks.values()) {
      track.playing?.stop();
      track.playing = undefined;
    }
  }

  /** Lets go of everything. */
  close(): void {
    this.stop();
    this.#tracks.clear();
    void this.#context?.close().catch(() => undefined);
    this.#context = undefined;
    this.#onCard = false;
  }

  async #playTrack(context: AudioContext, name: SoundName, track: Track, run: PlayRun): Promise<void> {
    track.gain ??= this.#gainOf(context, name);
    let stopped = false;
    track.playing = { stop: () => (stopped = true) };
    const sink = await track.media.sounds().catch(() => null);
    if (sink === null || stopped || this.#context !== context) return;
    track.playing = playSound(context, sink, run, track.gain);
  }

  #gainOf(context: AudioContext, name: SoundName): GainNode {
    const gain = new GainNode(context, { gain: this.#heard === name ? 1 : 0 });
    gain.connect(this.#main!);
    return gain;
  }

  #open(): AudioContext {
    if (this.#context !== undefined) return this.#context;
    // Films and voices have 48 kHz as a rule; pieces that need not be converted fit together without a seam.
    const context = new AudioContext({ latencyHint: 'interactive', sampleRate: 48_000 });
    context.onstatechange = () => {
      if (context.state === 'running' || !this.#onCard || this.#context !== context) return;
      this.#lost();
    };
    this.#main = new GainNode(context, { gain: this.#volume });
    this.#main.connect(context.destination);
    this.#context = context;
    return context;
  }

  #fade(gain: GainNode | undefined, to: number): void {
    if (gain === undefined) return;
    gain.gain.setTargetAtTime(to, gain.context.currentTime, 0.01);
  }
}
