import { contains, frameAt, middleOf, type FilmClock, type FrameSpan } from '@mondwerk/film';
import { positionAt, timeOf, type PlayRun } from './playRun.ts';
import type { SoundDesk } from './soundDesk.ts';

/** Milliseconds that playing waits for its first pictures at most. */
const PREROLL = 1500;

/** How playing begins. */
export interface Beginning {
  readonly frame: number;
  /** 1 as filmed; negative: backwards. */
  readonly speed: number;
  readonly loop: FrameSpan | null;
}

interface PlaybackOptions {
  readonly clock: FilmClock;
  readonly desk: SoundDesk;
  /** Whether the pictures are there with which it begins. */
  readonly isReady: () => boolean;
  /** Told when the clock runs. */
  readonly begun: () => void;
}

/** Lets the time of a film run, with its sounds, once the first pictures are there. */
export class Playback {
  readonly #options: PlaybackOptions;
  #run: PlayRun | null = null;
  /** Counts beginnings, so that one that was overtaken is given up. */
  #beginning = 0;
  #arrived: () => void = () => undefined;

  constructor(options: PlaybackOptions) {
    this.#options = options;
  }

  /** Whether time runs. */
  get on(): boolean {
    return this.#run !== null;
  }

  /** The frame that is due now, and whether the film is over; `undefined` while time stands still. */
  get due(): { readonly frame: number; readonly over: boolean } | undefined {
    if (this.#run === null) return undefined;
    const { clock, desk } = this.#options;
    const { seconds, over } = positionAt(this.#run, desk.now);
    const end = this.#run.speed > 0 ? clock.times.length - 1 : 0;
    return { over, frame: over ? end : frameAt(clock, seconds) };
  }

  /** Stops, and begins anew as soon as the pictures are there. */
  begin(asked: Beginning): void {
    this.stop();
    void this.#start(this.#beginning, asked);
  }

  /** Lets time stand still. */
  stop(): void {
    this.#beginning++;
    this.#run = null;
    this.#options.desk.stop();
  }

  /** Says that a picture has come. */
  arrived(): void {
    this.#arrived();
  }

  async #start(beginning: number, { frame, speed, loop }: Beginning): Promise<void> {
    const { clock, desk, begun } = this.#options;
    const preroll = Promise.race([this.#ready(beginning), new Promise((end) => setTimeout(end, PREROLL))]);
    await Promise.all([preroll, desk.wake()]);
    if (beginning !== this.#beginning) return;
    this.#run = {
      from: speed > 0 ? clock.times[frame] : middleOf(clock, frame),
      at: desk.soon,
      speed,
      loop: loop !== null && contains(loop, frame) ? timeOf(clock, loop) : null,
      end: clock.end,
    };
    desk.play(this.#run);
    begun();
  }

  async #ready(beginning: number): Promise<void> {
    while (beginning === this.#beginning && !this.#options.isReady()) {
      await new Promise<void>((arrived) => (this.#arrived = arrived));
    }
  }
}
