import { contains, type FrameSpan } from '@mondwerk/film';
import type { FrameTimes } from '#lib/film/index.ts';
import { MediaFile } from './mediaFile.ts';
import {
  AT_FIRST,
  type PlayedTake,
  type PlayerState,
  type Sound,
  type View,
  type Zoom,
} from './playerState.ts';
import type { Box } from './pictureBox.ts';
import type { Playhead } from './playOrder.ts';
import { Playback } from './playback.ts';
import { Screen, type PlayedFilm } from './screen.ts';
import { shuttled } from './shuttle.ts';
import { SoundDesk } from './soundDesk.ts';

/** Milliseconds that finding changes waits for its pictures at most. */
const PATIENCE = 1500;

/** Milliseconds without the picture that is due, after which everything waits for it. */
const LAG = 1000;

/** Frames by which a picture may be late and still be shown. */
const LATE = 12;

/** A move that is taken for stepping: what lies beyond is read in the same direction. */
const STEP = 12;

const VOICE = { parallelism: 1, kept: 8 * 2 ** 20 };

/**
 * Plays a film frame by frame, and a dub of it: pictures of takes where there are some, the film's own elsewhere, with
 * either sound. Knows nothing of React: `attach` gives it canvases, `subscribe` tells that `state` has changed.
 */
export class FilmPlayer {
  readonly times: FrameTimes;
  readonly #screen: Screen;
  readonly #desk: SoundDesk;
  readonly #playback: Playback;
  readonly #listeners = new Set<() => void>();
  #state: PlayerState = AT_FIRST;
  #forwards = true;
  #lateSince: number | null = null;
  #dirty = true;
  #tick = 0;
  #closed = false;

  constructor(film: PlayedFilm) {
    this.times = film.times;
    this.#screen = new Screen(film, {
      arrived: () => {
        this.#playback.arrived();
        this.#wake();
      },
      failed: (error) => this.#set({ error, buffering: false }),
    });
    this.#desk = new SoundDesk(() => this.#begin(this.#state.frame));
    this.#desk.setTrack('original', this.#screen.media);
    this.#playback = new Playback({
      clock: film.times.clock,
      desk: this.#desk,
      isReady: () => this.#screen.isReady(this.#playhead(), this.#state.view.mode),
      begun: () => {
        this.#lateSince = null;
        this.#wake();
      },
    });
    this.#want();
  }

  /** What it does right now; another one when something has changed. */
  get state(): PlayerState {
    return this.#state;
  }

  /** How many decoded pictures it holds. */
  get held(): number {
    return this.#screen.held;
  }

  /** Has somebody told when the state has changed. Returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows the pictures on a canvas, at the canvas's own width and height. Returns how to stop that. */
  attach(canvas: HTMLCanvasElement): () => void {
    const detach = this.#screen.attach(canvas);
    this.repaint();
    return detach;
  }

  /** Paints again at once, because a canvas has another size. */
  repaint(): void {
    this.#dirty = true;
    this.#present();
  }

  /** The takes that the dub shows; the film itself where there is none. They do not overlap. */
  setTakes(takes: readonly PlayedTake[]): void {
    this.#screen.lay('dub', takes);
    this.#changed();
  }

  /** What the dub is compared with: the film, with other takes laid over it if wished. */
  setAgainst(takes: readonly PlayedTake[]): void {
    this.#screen.lay('original', takes);
    this.#changed();
  }

  /** Where the dub's voice is; `null` while there is none. */
  setVoice(url: string | null): void {
    this.#desk.setTrack('dub', url === null ? null : new MediaFile(url, VOICE));
    this.#set({ sounds: { ...this.#state.sounds, dub: url !== null } });
    if (url === null && this.#state.sound === 'dub') this.setSound('original');
    if (this.#state.playing) this.#begin(this.#state.frame);
  }

  /** Goes to a frame; what plays goes on from there. */
  seek(frame: number): void {
    const to = Math.max(0, Math.min(this.times.count - 1, Math.round(frame)));
    const move = to - this.#state.frame;
    if (this.#state.playing) {
      this.#begin(to);
      return;
    }
    if (move !== 0) this.#forwards = move > 0 || move < -STEP;
    this.#set({ frame: to });
    this.#changed();
  }

  /** Stops and goes some frames on, or back. */
  step(frames: number): void {
    this.pause();
    this.seek(this.#state.frame + frames);
  }

  /** Plays at a speed: 1 as filmed, negative backwards. From outside the loop it goes into it, from the end around. */
  play(speed = 1): void {
    const { frame } = this.#state;
    const loop = this.#loop();
    const last = this.times.count - 1;
    this.#set({ playing: true, speed, error: null });
    this.#forwards = speed > 0;
    if (loop !== null) this.#begin(contains(loop, frame) ? frame : speed > 0 ? loop.start : loop.end - 1);
    else if (speed > 0) this.#begin(frame === last ? 0 : frame);
    else this.#begin(frame === 0 ? last : frame);
  }

  /** Stands still. */
  pause(): void {
    if (!this.#state.playing) return;
    this.#playback.stop();
    this.#set({ playing: false, speed: 0 });
    this.#changed();
  }

  /** Plays if it stands still, and the other way round. */
  toggle(): void {
    if (this.#state.playing) this.pause();
    else this.play();
  }

  /** Plays faster each time, forwards or backwards, as the keys J and L do. */
  shuttle(forwards: boolean): void {
    this.play(shuttled(this.#state.speed, forwards));
  }

  /** Says what is played over and over; `null` for nothing. Not `looping`, it is only remembered for later. */
  loop(span: FrameSpan | null, looping = true): void {
    this.#set({ loop: span, looping: span === null ? this.#state.looping : looping });
    this.#loopChanged();
  }

  /** Plays the loop over and over, or on from its end. */
  setLooping(looping: boolean): void {
    this.#set({ looping });
    this.#loopChanged();
  }

  /** Begins the loop with the frame under the playhead. */
  markIn(): void {
    const { frame, loop } = this.#state;
    this.loop({ start: frame, end: loop !== null && loop.end > frame ? loop.end : this.times.count });
  }

  /** Ends the loop with the frame under the playhead. */
  markOut(): void {
    const { frame, loop } = this.#state;
    this.loop({ start: loop !== null && loop.start <= frame ? loop.start : 0, end: frame + 1 });
  }

  /** Says what is shown. */
  setView(view: Partial<View>): void {
    this.#set({ view: { ...this.#state.view, ...view } });
    this.#changed();
  }

  /** Says what is heard. */
  setSound(sound: Sound): void {
    this.#desk.hear(sound);
    this.#set({ sound });
  }

  /** 0 silent, 1 as it is. */
  setVolume(volume: number): void {
    this.#desk.setVolume(volume);
    this.#set({ volume });
  }

  /** Shows a part of the picture large; `null` for all of it. */
  setZoom(zoom: Zoom | null): void {
    this.#set({ zoom });
    this.#dirty = true;
    this.#wake();
  }

  /** Where film and dub differ in the frame that stands still, in shares of the picture; most of all first. */
  async findChanges(): Promise<Box[]> {
    const { frame } = this.#state;
    const end = performance.now() + PATIENCE;
    while (!this.#screen.has(frame, 'wipe') && performance.now() < end) {
      await new Promise((later) => setTimeout(later, 30));
      if (this.#closed || this.#state.frame !== frame) return [];
    }
    return this.#screen.changes(frame);
  }

  /** Tries again to read what could not be read. */
  retry(): void {
    this.#set({ error: null });
    this.#screen.retry();
    this.#changed();
  }

  /** Lets go of all pictures, sounds and connections. */
  close(): void {
    this.#closed = true;
    this.#playback.stop();
    cancelAnimationFrame(this.#tick);
    this.#desk.close();
    this.#screen.close();
    this.#listeners.clear();
  }

  #loop(): FrameSpan | null {
    return this.#state.looping ? this.#state.loop : null;
  }

  #loopChanged(): void {
    if (this.#state.playing) this.play(this.#state.speed);
    else this.#changed();
  }

  #playhead(): Playhead {
    const { frame } = this.#state;
    return { frame, forwards: this.#forwards, loop: this.#loop(), count: this.times.count };
  }

  #want(): void {
    this.#screen.want(this.#playhead(), this.#state.view.mode, this.#state.playing);
  }

  #changed(): void {
    if (this.#closed) return;
    this.#dirty = true;
    this.#want();
    this.#present();
  }

  /** Starts the clock at a frame as soon as its pictures are there. */
  #begin(frame: number): void {
    this.#playback.stop();
    this.#set({ frame });
    this.#changed();
    this.#playback.begin({ frame, speed: this.#state.speed, loop: this.#loop() });
  }

  #wake(): void {
    if (this.#tick !== 0 || this.#closed) return;
    this.#tick = requestAnimationFrame(() => {
      this.#tick = 0;
      this.#advance();
      this.#present();
      if (this.#playback.on) this.#wake();
    });
  }

  #advance(): void {
    const { due } = this.#playback;
    if (due === undefined) return;
    if (due.frame !== this.#state.frame) {
      this.#set({ frame: due.frame });
      this.#want();
    }
    if (due.over) this.pause();
  }

  /** Shows the frame under the playhead, or while it plays, the last one that could be decoded in time. */
  #present(): void {
    const { frame, shown, view, zoom } = this.#state;
    const found = this.#newest();
    if (found !== undefined && (found !== shown || this.#dirty)) {
      this.#dirty = false;
      this.#screen.paint(found, view, zoom);
      this.#set({ shown: found, picture: this.#state.picture ?? this.#screen.sizeOf(found) });
    }
    const there = found === frame;
    if (this.#state.buffering === there) this.#set({ buffering: !there });
    this.#lateSince = there || !this.#playback.on ? null : (this.#lateSince ?? performance.now());
    if (this.#lateSince !== null && performance.now() - this.#lateSince > LAG) this.#begin(frame);
  }

  #newest(): number | undefined {
    const { frame, shown, view } = this.#state;
    if (this.#screen.has(frame, view.mode)) return frame;
    if (!this.#playback.on) return undefined;
    const direction = this.#forwards ? 1 : -1;
    for (let late = 1; late <= LATE; late++) {
      const at = frame - late * direction;
      if (at === shown || at < 0 || at >= this.times.count) return undefined;
      if (this.#screen.has(at, view.mode)) return at;
    }
    return undefined;
  }

  #set(changes: Partial<PlayerState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
