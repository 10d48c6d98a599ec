import { FilmPlayer } from '../../../apps/dashboard/components/player/filmPlayer.ts';
import {
  frameTimesOf,
  type FrameIndex,
  type FrameTimes,
} from '../../../apps/dashboard/lib/film/frameTimes.ts';
import type { Bench, Handed, Watched } from './bench.ts';

/** This runs in the page: it has the browser's types, and the dashboard's compiler looks at it. */
const handed: Handed[] = [];
const contexts: AudioContext[] = [];
const alive = { decoders: 0, pictures: 0 };

const { start } = AudioBufferSourceNode.prototype;
AudioBufferSourceNode.prototype.start = function (when = 0, skip = 0, length = 0) {
  const samples = this.buffer!.getChannelData(0);
  const loud = samples.findIndex((sample) => Math.abs(sample) > 0.2) / this.buffer!.sampleRate;
  const heard = loud >= skip && loud < skip + length;
  const rate = this.playbackRate.value;
  handed.push({ when, rate, beep: heard ? when + (loud - skip) / rate : null });
  start.call(this, when, skip, length);
};

window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    contexts.push(this);
  }
};

window.VideoDecoder = class extends VideoDecoder {
  constructor(init: VideoDecoderInit) {
    super(init);
    alive.decoders++;
  }
  override close(): void {
    if (this.state !== 'closed') alive.decoders--;
    super.close();
  }
};

const { close } = ImageBitmap.prototype;
ImageBitmap.prototype.close = function () {
  alive.pictures--;
  close.call(this);
};
const makeBitmap = window.createImageBitmap.bind(window) as (of: ImageBitmapSource) => Promise<ImageBitmap>;
window.createImageBitmap = async (of: ImageBitmapSource) => {
  alive.pictures++;
  return makeBitmap(of);
};

const canvas = document.querySelector('canvas')!;
let player: FilmPlayer;
let times: FrameTimes;

const open: Bench['open'] = async (film, takes) => {
  times = frameTimesOf((await (await fetch(`/films/${film}.json`)).json()) as FrameIndex);
  player = new FilmPlayer({ proxy: `/films/${film}.mp4`, times });
  player.attach(canvas);
  player.setTakes(takes.map((frames, at) => ({ frames, preview: `/films/${film}-take${at}.mp4` })));
  player.setVoice(`/films/${film}.m4a`);
};

const seen: Bench['seen'] = (from = 0, to = 1) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  const { data, width, height } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const lightAt = (across: number, down: number): boolean => {
    const x = Math.floor((from + across * (to - from)) * width);
    return data[(Math.floor(down * height) * width + x) * 4] > 126;
  };
  const stripes = Array.from({ length: 10 }, (_, bit) => (bit + 0.5) / 10);
  return {
    number: stripes.reduce((sum, across, bit) => sum + (lightAt(across, 0.35) ? 2 ** bit : 0), 0),
    take: stripes.slice(8).every((across) => lightAt(across, 0.65)),
  };
};

const nextPaint = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));

const arrived: Bench['arrived'] = async (frame) => {
  while (player.state.shown !== frame || player.state.buffering) await nextPaint();
  return seen();
};

const watch: Bench['watch'] = async (until = () => false) => {
  const watched = { paints: [], ticks: [] } as { [Part in keyof Watched]: Watched[Part][number][] };
  let before = player.state.frame;
  const stop = player.subscribe(() => {
    const { frame } = player.state;
    if (frame === before || contexts.length === 0) return;
    before = frame;
    const [{ currentTime, outputLatency, baseLatency }] = contexts;
    watched.ticks.push({ frame, heard: currentTime - (outputLatency || baseLatency) });
  });
  while (player.state.playing && !until()) {
    await nextPaint();
    const { shown } = player.state;
    if (shown !== null) watched.paints.push({ shown, seen: seen() });
  }
  stop();
  return watched;
};

const bench: Omit<Bench, 'player'> = {
  ...{ open, seen, arrived, watch, handed, contexts, alive },
  openMissing: () => new FilmPlayer({ proxy: '/films/nothing.mp4', times }),
  later: () => new Promise((resolve) => setTimeout(resolve, 20)),
};
Object.assign(window, bench);
Object.defineProperty(window, 'player', { get: () => player });
document.title = 'Ready';
