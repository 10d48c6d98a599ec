import { ApiProblem, readProblem } from '@mondwerk/client';
import { Refusal } from '@mondwerk/film';
import { AudioBufferSink, Input, MP4, UrlSource, VideoSampleSink } from 'mediabunny';

/** Tries that a lost connection is worth. */
const TRIES = 6;

interface MediaOptions {
  /** Requests at once: browsers allow few to one server. */
  readonly parallelism: number;
  /** Bytes of the file that are kept. */
  readonly kept: number;
}

/** An MP4 of the API that is read in parts, as its pictures and sounds are wanted. */
export class MediaFile {
  readonly url: string;
  readonly #options: MediaOptions;
  #input: Input | undefined;
  #pictures: Promise<VideoSampleSink> | undefined;
  #sounds: Promise<AudioBufferSink | null> | undefined;

  constructor(url: string, options: MediaOptions) {
    this.url = url;
    this.#options = options;
  }

  /** Its pictures. @throws ApiProblem, Refusal `cannot-decode`. */
  pictures(): Promise<VideoSampleSink> {
    this.#pictures ??= this.#openPictures();
    return this.#pictures;
  }

  /** Its first sound; `null` where it has none. @throws ApiProblem, Refusal `cannot-decode`. */
  sounds(): Promise<AudioBufferSink | null> {
    this.#sounds ??= this.#openSounds();
    return this.#sounds;
  }

  /** Lets go of everything; what is read afterwards opens it again. */
  close(): void {
    this.#input?.dispose();
    this.#input = undefined;
    this.#pictures = undefined;
    this.#sounds = undefined;
  }

  async #openPictures(): Promise<VideoSampleSink> {
    if (!('VideoDecoder' in globalThis)) throw cannotDecode('pictures');
    const track = await this.#open().getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) throw cannotDecode('pictures');
    return new VideoSampleSink(track);
  }

  async #openSounds(): Promise<AudioBufferSink | null> {
    if (!('AudioDecoder' in globalThis)) throw cannotDecode('sound');
    const track = await this.#open().getPrimaryAudioTrack();
    if (track === null) return null;
    if (!(await track.canDecode())) throw cannotDecode('sound');
    return new AudioBufferSink(track);
  }

  #open(): Input {
    const { parallelism, kept } = this.#options;
    this.#input ??= new Input({
      formats: [MP4],
      source: new UrlSource(this.url, {
        parallelism,
        maxCacheSize: kept,
        fetchFn: fetchPart,
        getRetryDelay: (failures, error) =>
          failures >= TRIES || isFinal(error) ? null : Math.min(4, 2 ** failures / 4),
        // What failed while nobody waited for it fails again for whoever does.
        handleUnhandledError: () => undefined,
      }),
    });
    return this.#input;
  }
}

const fetchPart: typeof fetch = async (url, options) => {
  const answer = await fetch(url, options);
  if (answer.ok) return answer;
  throw await readProblem(answer);
};

const isFinal = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;

const cannotDecode = (what: string): Refusal =>
  new Refusal(
    'cannot-decode',
    `This browser cannot decode the ${what} here: use a current Chrome, Edge, Firefox or Safari over https.`,
  );
