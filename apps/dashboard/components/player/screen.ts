import type { FrameTimes } from '#lib/film/index.ts';
import { MediaFile } from './mediaFile.ts';
import { changedParts } from './changedParts.ts';
import { paintPictures, smallPicture } from './paintPictures.ts';
import type { Box, Size } from './pictureBox.ts';
import { PictureFile } from './pictureFile.ts';
import { PictureStore, type StoreListener, type Wanted } from './pictureStore.ts';
import { backOrder, playOrder, restOrder, type Playhead } from './playOrder.ts';
import type { PlayedTake, View, ViewMode, Zoom } from './playerState.ts';
import { Reel } from './reel.ts';

/** Frames that are decoded ahead while it plays, and around one that stands still. */
const AHEAD = 14;
const REST_AHEAD = 8;
const REST_BEHIND = 4;

/** Bytes of files that are kept undecoded. */
const KEPT_OF_FILM = 48 * 2 ** 20;
const KEPT_OF_TAKE = 12 * 2 ** 20;

type Side = 'original' | 'dub';

/** Which sides a view shows. */
const SIDES: Readonly<Record<ViewMode, readonly Side[]>> = {
  original: ['original'],
  dub: ['dub'],
  wipe: ['original', 'dub'],
  side: ['original', 'dub'],
  difference: ['original', 'dub'],
};

/** The film that a player shows. */
export interface PlayedFilm {
  /** Where its proxy is. */
  readonly proxy: string;
  readonly times: FrameTimes;
}

/** Has the pictures of a film and its dub decoded around the playhead, and paints them on canvases. */
export class Screen {
  /** The film's proxy, in which the original sound is too. */
  readonly media: MediaFile;
  readonly #times: FrameTimes;
  readonly #film: PictureFile;
  readonly #takes = new Map<string, PictureFile>();
  readonly #store: PictureStore;
  readonly #canvases = new Set<HTMLCanvasElement>();
  readonly #reels: Record<Side, Reel>;

  constructor({ proxy, times }: PlayedFilm, listener: StoreListener) {
    this.#times = times;
    this.media = new MediaFile(proxy, { parallelism: 2, kept: KEPT_OF_FILM });
    this.#film = new PictureFile(this.media, { start: 0, end: times.count }, times.clock);
    this.#reels = { original: new Reel(this.#film), dub: new Reel(this.#film) };
    this.#store = new PictureStore(this.#film, listener);
  }

  /** Paints on a canvas from now on. Returns how to stop that. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.#canvases.add(canvas);
    return () => this.#canvases.delete(canvas);
  }

  /** Lays takes over the film on one side. */
  lay(side: Side, takes: readonly PlayedTake[]): void {
    this.#reels[side] = new Reel(
      this.#film,
      takes.map((take) => this.#fileOf(take)),
    );
  }

  /** Has decoded what a view will show next. */
  want(playhead: Playhead, mode: ViewMode, playing: boolean): void {
    const order = playing ? playingOrder(playhead) : restOrder(playhead, REST_AHEAD, REST_BEHIND);
    const wanted = order.flatMap((frame) => this.#wantedBy(mode, frame));
    // Whoever compares changes sides while the picture stands still, and is not to wait then.
    const others = playing ? [] : this.#wantedBy('wipe', playhead.frame);
    this.#store.want([...wanted, ...others]);
  }

  /** Whether all is there that a view shows of a frame. */
  has(frame: number, mode: ViewMode): boolean {
    return this.#wantedBy(mode, frame).every((each) => this.#store.get(each) !== undefined);
  }

  /** Whether the next frames are there, from which playing can begin. */
  isReady(playhead: Playhead, mode: ViewMode): boolean {
    return playOrder(playhead, 3).every((frame) => this.has(frame, mode));
  }

  /** Paints a frame on all canvases; what is not there stays black. */
  paint(frame: number, view: View, zoom: Zoom | null): void {
    const [original, dub] = this.#wantedBy('wipe', frame).map((each) => this.#store.get(each));
    for (const canvas of this.#canvases) paintPictures(canvas, { original, dub }, view, zoom);
  }

  /** The size of the pictures of a frame; `null` before it is there. */
  sizeOf(frame: number): Size | null {
    const picture = this.#wantedBy('wipe', frame).map((each) => this.#store.get(each));
    const found = picture.find((each) => each !== undefined);
    return found === undefined ? null : { width: found.width, height: found.height };
  }

  /** Where the two sides of a frame differ, in shares of the picture, what differs most first. */
  changes(frame: number): Box[] {
    const [original, dub] = this.#wantedBy('wipe', frame).map((each) => this.#store.get(each));
    if (original === undefined || dub === undefined || original === dub) return [];
    return changedParts(smallPicture(original), smallPicture(dub));
  }

  /** How many decoded pictures are held. */
  get held(): number {
    return this.#store.size;
  }

  /** Tries again what could not be read. */
  retry(): void {
    this.#store.retry();
  }

  /** Lets go of all pictures and connections. */
  close(): void {
    this.#store.close();
    for (const { media } of [this.#film, ...this.#takes.values()]) media.close();
    this.#canvases.clear();
  }

  #wantedBy(mode: ViewMode, frame: number): Wanted[] {
    return SIDES[mode].map((side) => ({ frame, file: this.#reels[side].fileOf(frame) }));
  }

  #fileOf({ preview, frames }: PlayedTake): PictureFile {
    const known = this.#takes.get(preview);
    if (known !== undefined) return known;
    const media = new MediaFile(preview, { parallelism: 1, kept: KEPT_OF_TAKE });
    const file = new PictureFile(media, frames, this.#times.clock);
    this.#takes.set(preview, file);
    return file;
  }
}

const playingOrder = (playhead: Playhead): number[] =>
  playhead.forwards ? playOrder(playhead, AHEAD) : backOrder(playhead, AHEAD);
