import type { CanvasSink, Input } from 'mediabunny';
import { middleOf } from '@mondwerk/film';
import type { FrameTimes } from '#lib/film/index.ts';

/** Milliseconds that a timeline must stand still before single frames are decoded for it. */
const REST_MS = 250;
/** As many pictures are kept, some screens full. */
const KEPT = 400;
/** How high they are, in pixels of the screen. */
const HEIGHT = 54;

/** Where single frames of a film are decoded from. */
export interface NearFilm {
  readonly proxy: string;
  readonly frames: FrameTimes;
}

/**
 * Small pictures of exactly the frames that are wanted, where those on the sheets are too far apart: decoded from the
 * proxy while the timeline stands still.
 */
export class NearPictures {
  readonly #arrived: () => void;
  #film: NearFilm | null = null;
  #opened: Promise<Opened | null> | null = null;
  #kept = new Map<number, CanvasImageSource>();
  #wanted = new Set<number>();
  /** What is being decoded. */
  #batch: ReadonlySet<number> = new Set();
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was begun, so that what is wanted no more is given up. */
  #round = 0;
  /** While the film plays, its own pictures come first. */
  #playing = false;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Changes over to another film. */
  show(film: NearFilm | null): void {
    if (film?.proxy === this.#film?.proxy && film?.frames === this.#film?.frames) return;
    this.close();
    this.#film = film;
  }

  setPlaying(playing: boolean): void {
    this.#playing = playing;
    if (playing) {
      this.#round++;
      this.#batch = new Set();
    }
    if (!playing) this.rest();
  }

  /** The picture of a frame; `undefined` while there is none, and then it is wanted. */
  get(frame: number): CanvasImageSource | undefined {
    const picture = this.#kept.get(frame);
    if (picture === undefined) this.#wanted.add(frame);
    return picture;
  }

  /** Nothing was wanted so far: what is from now on is what is seen. */
  begin(): void {
    this.#wanted.clear();
  }

  /** What is wanted by now is decoded once nothing else happens for a while. */
  rest(): void {
    clearTimeout(this.#resting);
    if (this.#film === null || this.#playing || this.#wanted.isSubsetOf(this.#batch)) return;
    this.#resting = setTimeout(() => void this.#decode(++this.#round), REST_MS);
  }

  close(): void {
    this.#round++;
    clearTimeout(this.#resting);
    void this.#opened?.then((opened) => opened?.input.dispose());
    this.#opened = null;
    this.#batch = new Set();
    this.#film = null;
    this.#kept.clear();
    this.#wanted.clear();
  }

  async #decode(round: number): Promise<void> {
    const film = this.#film;
    if (film === null) return;
    const frames = [...this.#wanted].sort((a, b) => a - b);
    this.#batch = new Set(frames);
    this.#opened ??= openProxy(film.proxy).catch(() => null);
    const opened = await this.#opened;
    if (opened === null || round !== this.#round) return;
    const times = frames.map((frame) => middleOf(film.frames.clock, frame));
    let at = 0;
    try {
      for await (const picture of opened.sink.canvasesAtTimestamps(times)) {
        if (round !== this.#round) return;
        if (picture !== null) this.#keep(frames[at], picture.canvas);
        at++;
      }
    } catch {
      // The strip stays as it is: the player says why nothing can be decoded.
    }
  }

  #keep(frame: number, picture: CanvasImageSource): void {
    this.#kept.set(frame, picture);
    this.#wanted.delete(frame);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    this.#arrived();
  }
}

interface Opened {
  readonly input: Input;
  readonly sink: CanvasSink;
}

async function openProxy(proxy: string): Promise<Opened | null> {
  const { CanvasSink, Input, MP4, UrlSource } = await import('mediabunny');
  const source = new UrlSource(proxy, { parallelism: 1, maxCacheSize: 8 * 2 ** 20 });
  const input = new Input({ formats: [MP4], source });
  const track = await input.getPrimaryVideoTrack();
  if (track === null || !(await track.canDecode())) return null;
  return { input, sink: new CanvasSink(track, { height: Math.round(HEIGHT * devicePixelRatio) }) };
}
