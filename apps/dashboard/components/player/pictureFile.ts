import { endOf, frameAt, middleOf, type FilmClock, type FrameSpan } from '@mondwerk/film';
import type { VideoSample } from 'mediabunny';
import type { MediaFile } from './mediaFile.ts';

/** A decoded picture and the frame of the film that it is. */
export interface DecodedFrame {
  readonly frame: number;
  readonly sample: VideoSample;
}

/** Reads frames one after the other. */
export interface FrameCursor {
  /** The frame that comes next. */
  readonly frame: number;
  /** The next frame; `undefined` at the end of the file or once it was closed. Whoever gets it closes its sample. */
  next(): Promise<DecodedFrame | undefined>;
  close(): void;
}

/** A file with some frames of a film, each at its time after the first. */
export class PictureFile {
  readonly media: MediaFile;
  /** The frames of the film that are in it. */
  readonly span: FrameSpan;
  readonly #clock: FilmClock;

  constructor(media: MediaFile, span: FrameSpan, clock: FilmClock) {
    this.media = media;
    this.span = span;
    this.#clock = clock;
  }

  /** Starts to read at a frame. @throws what `MediaFile.pictures` throws. */
  async readFrom(frame: number): Promise<FrameCursor> {
    const sink = await this.media.pictures();
    const clock = this.#clock;
    const begin = clock.times[this.span.start];
    // Times in files are rounded to their clock's ticks: the middle of a frame is never mistaken.
    const samples = sink.samples(middleOf(clock, frame) - begin);
    let next = frame;
    return {
      get frame() {
        return next;
      },
      async next() {
        const { value, done } = await samples.next();
        if (done === true || value === undefined) return undefined;
        const at = begin + value.timestamp;
        const half = value.duration > 0 ? value.duration / 2 : (endOf(clock, next) - clock.times[next]) / 2;
        const found = frameAt(clock, at + half);
        next = found + 1;
        return { frame: found, sample: value };
      },
      close: () => void samples.return(),
    };
  }
}
