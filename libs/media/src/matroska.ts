import type { ColourTags, Rate } from '@mondwerk/film';
import { codeOf } from './colourCodes.ts';
import type { StaticHdr } from './staticHdr.ts';

/** The one video stream of a Matroska file that goes through a pipe. */
export interface MatroskaStream {
  /** Matroska's name of the codec, e.g. `V_FFV1`. */
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  /** e.g. `1:1`. */
  readonly sampleAspect: string;
  readonly colour: ColourTags;
  readonly hdr?: StaticHdr;
  /** `undefined` where frames come unevenly. */
  readonly rate?: Rate;
  /** What the decoder needs before the first packet. */
  readonly setup: Uint8Array;
}

type Grading = NonNullable<StaticHdr['display']>;

/** An element's number (Matroska, RFC 9559), and what is in it. */
type Element = readonly [id: number, content: readonly number[]];

/**
 * The beginning of a Matroska stream. Unlike NUT it carries what the samples mean, which FFV1 itself does not tell; its
 * times are nanoseconds.
 */
export function matroskaHeader(stream: MatroskaStream): Uint8Array {
  const ebml = element([0x1a45dfa3, [element([0x4282, text('matroska')]), element([0x4287, [4]])].flat()]);
  const segment = [0x18, 0x53, 0x80, 0x67, ...UNKNOWN_SIZE];
  const info = element([0x1549a966, element([0x2ad7b1, [1]])]);
  const tracks = element([0x1654ae6b, element([0xae, trackOf(stream)])]);
  return Uint8Array.from([ebml, segment, info, tracks].flat());
}

/** A frame's cluster, up to its bytes, which follow. `at` is in nanoseconds. */
export function matroskaFrameHeader(at: number, size: number, key: boolean): Uint8Array {
  const block = [0x81, 0, 0, key ? 0x80 : 0];
  const simple = [0xa3, ...sizeOf(block.length + size), ...block];
  const time = element([0xe7, whole(at)]);
  const cluster = [0x1f, 0x43, 0xb6, 0x75, ...sizeOf(time.length + simple.length + size)];
  return Uint8Array.from([...cluster, ...time, ...simple]);
}

const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

function trackOf({ codec, rate, setup, ...picture }: MatroskaStream): number[] {
  const lasting = rate && Math.round((1e9 * rate.den) / rate.num);
  const always: Element[] = [
    [0xd7, [1]],
    [0x73c5, [1]],
    [0x83, [1]],
    [0x86, text(codec)],
    [0xe0, videoOf(picture)],
  ];
  const duration: Element[] = lasting === undefined ? [] : [[0x23e383, whole(lasting)]];
  const decoder: Element[] = setup.length === 0 ? [] : [[0x63a2, [...setup]]];
  return elements([...always, ...duration, ...decoder]);
}

function videoOf(picture: Omit<MatroskaStream, 'codec' | 'rate' | 'setup'>): number[] {
  const { width, height, sampleAspect, colour, hdr } = picture;
  const [across, down] = sampleAspect.split(':').map(Number);
  return elements([
    [0xb0, whole(width)],
    [0xba, whole(height)],
    [0x54b0, whole(width * across)],
    [0x54ba, whole(height * down)],
    [0x55b0, [...colourOf(colour), ...(hdr ? hdrOf(hdr) : [])]],
  ]);
}

/** Where chroma samples sit, as Matroska counts: across and down. */
const SITINGS: Readonly<Record<string, readonly [number, number]>> = {
  left: [1, 2],
  center: [2, 2],
  topleft: [1, 1],
};

function colourOf({ range, matrix, transfer, primaries, chromaLocation }: ColourTags): number[] {
  const [across, down] = SITINGS[chromaLocation] ?? [0, 0];
  return elements([
    [0x55b1, [codeOf('matrix', matrix)]],
    [0x55b7, [across]],
    [0x55b8, [down]],
    [0x55b9, [range === 'unknown' ? 0 : range === 'tv' ? 1 : 2]],
    [0x55ba, [codeOf('transfer', transfer)]],
    [0x55bb, [codeOf('primaries', primaries)]],
  ]);
}

function hdrOf({ light, display }: StaticHdr): number[] {
  const bright: Element[] = light
    ? [
        [0x55bc, whole(light.most)],
        [0x55bd, whole(light.average)],
      ]
    : [];
  return elements([...bright, ...(display ? [[0x55d0, gradingOf(display)] satisfies Element] : [])]);
}

/** Chromaticities in the order of their elements' numbers, then the luminances. */
function gradingOf({ red, green, blue, white, brightest, darkest }: Grading): number[] {
  const numbers = [red, green, blue, white].flat().concat(brightest, darkest);
  return elements(numbers.map((value, i): Element => [0x55d1 + i, float(value)]));
}

const elements = (all: readonly Element[]): number[] => all.flatMap(element);

const element = ([id, content]: Element): number[] => [...whole(id), ...sizeOf(content.length), ...content];

/** Eight bytes, which hold every size. */
const sizeOf = (size: number): number[] => [0x01, ...big(size, 7)];

function whole(value: number): number[] {
  const length = Math.max(1, Math.ceil(Math.log2(value + 1) / 8));
  return big(value, length);
}

const big = (value: number, length: number): number[] =>
  Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);

const text = (value: string): number[] => [...new TextEncoder().encode(value)];

function float(value: number): number[] {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return [...bytes];
}
