import type { TimeSpan } from '@mondwerk/film';

/** Seconds before and after what is played that are heard with it. */
const AROUND = 0.15;

/** Plays pieces of a voice, one at a time. `subscribe` tells when `playing` has changed. */
export class VoicePlayer {
  readonly #sound: HTMLAudioElement = new Audio();
  readonly #listeners = new Set<() => void>();
  readonly #failed: (error: unknown) => void;
  #playing: string | null = null;
  #until = 0;
  #tick = 0;

  constructor(url: string, failed: (error: unknown) => void) {
    this.#failed = failed;
    this.#sound.preload = 'none';
    this.#sound.src = url;
    this.#sound.onended = () => this.stop();
  }

  /** What is played right now, by the name that it was started with. */
  get playing(): string | null {
    return this.#playing;
  }

  /** Has somebody told when something begins or ends. Returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Plays a piece; what was played before ends. */
  play(name: string, { start, end }: TimeSpan): void {
    this.#sound.currentTime = Math.max(0, start - AROUND);
    this.#until = end + AROUND;
    this.#set(name);
    this.#sound.play().then(
      () => this.#watch(),
      (error: unknown) => {
        // Being stopped before it has begun is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) this.#failed(error);
        if (this.#playing === name) this.stop();
      },
    );
  }

  /** Ends what is played. */
  stop(): void {
    cancelAnimationFrame(this.#tick);
    this.#sound.pause();
    this.#set(null);
  }

  /** Lets go of the sound. */
  close(): void {
    this.stop();
    this.#listeners.clear();
    this.#sound.removeAttribute('src');
    this.#sound.load();
  }

  #watch(): void {
    cancelAnimationFrame(this.#tick);
    this.#tick = requestAnimationFrame(() => {
      if (this.#playing === null) return;
      if (this.#sound.currentTime >= this.#until) this.stop();
      else this.#watch();
    });
  }

  #set(playing: string | null): void {
    if (this.#playing === playing) return;
    this.#playing = playing;
    for (const listener of this.#listeners) listener();
  }
}
