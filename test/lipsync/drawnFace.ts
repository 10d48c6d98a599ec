import { blankPicture, pixelFormats, type Picture, type PixelFormat } from '@mondwerk/film';
import { DROP, drawnHead, dropAt, LIP, MOUTH_LINE, type DrawnMouth } from './drawnHead.ts';

/** Size of a drawn picture, and where its face is. */
export const FACE = { width: 192, height: 176, x: 96, y: 40, eyeDistance: 60 } as const;

/** How a picture of the drawn face is taken. */
export interface Drawing extends DrawnMouth {
  readonly format?: string;
  /** Grain, in 8-bit levels to either side. */
  readonly noise?: number;
  readonly seed?: number;
  /** Factor on the light, which leaves black and grey where they are, and offset on both chroma planes. */
  readonly gain?: number;
  readonly shift?: number;
  readonly wears?: 'beard' | 'moustache' | 'lipstick';
  /** Something in front of the face, by its extent in pixels. */
  readonly bar?: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

type Colour = readonly [y: number, cb: number, cr: number];

const SKIN: Colour = [150, 110, 150];
const RED: Colour = [115, 112, 166];
const LIPSTICK: Colour = [85, 105, 195];
const DARK: Colour = [28, 124, 134];
const WALL: Colour = [70, 128, 128];
const GREY: Colour = [35, 128, 128];

/** The format of this name in ffmpeg. */
export const formatOf = (name: string): PixelFormat => pixelFormats.get(name)!;

/** The drawn face's mesh in its picture: 468 × (x, y). */
export function drawnMesh(mouth: DrawnMouth): Float32Array {
  const head = drawnHead(mouth);
  return Float32Array.from({ length: (2 * head.length) / 3 }, (_, i) =>
    i % 2 === 0
      ? FACE.x + FACE.eyeDistance * head[(3 * i) / 2]
      : FACE.y + FACE.eyeDistance * head[3 * ((i - 1) / 2) + 1],
  );
}

/** A planar picture of the drawn face: textured skin, lips, a dark mouth where it is open, grain. */
export function drawnFace(drawing: Drawing): Picture {
  const { format = 'yuv420p', noise = 1, seed = 1, gain = 1, shift = 0 } = drawing;
  const picture = blankPicture(FACE.width, FACE.height, formatOf(format));
  const scale = 2 ** (picture.format.bitDepth - 8);
  picture.planes.forEach((plane, channel) => {
    const [stepX, stepY] = [FACE.width / plane.width, FACE.height / plane.height];
    for (let i = 0; i < plane.data.length; i++) {
      const x = ((i % plane.width) + 0.5) * stepX;
      const y = (Math.floor(i / plane.width) + 0.5) * stepY;
      const plain = colourAt(x, y, drawing)[channel];
      const lit = channel === 0 ? 16 + gain * (plain - 16) : 128 + gain * (plain - 128) + shift;
      plane.data[i] = Math.round(scale * (lit + noise * grain(seed * 3 + channel, i)));
    }
  });
  return picture;
}

function colourAt(x: number, y: number, { aperture, wider = 0, bar, wears }: Drawing): Colour {
  if (bar && x >= bar.left && x < bar.right && y >= bar.top && y < bar.bottom) return GREY;
  const u = (x - FACE.x) / FACE.eyeDistance;
  const v = (y - FACE.y) / FACE.eyeDistance;
  if ((u / 0.8) ** 2 + ((v - 0.33) / (1.15 + dropAt(0, 2, aperture))) ** 2 > 1) return WALL;
  const across = u / (LIP.halfWidth + wider / 2);
  const inner = u / (0.84 * (LIP.halfWidth + wider / 2));
  const off = v - MOUTH_LINE;
  const share = off > 0 ? DROP : 1 - DROP;
  const gap = ((share * aperture) / 0.967) * Math.sqrt(Math.max(0, 1 - inner * inner));
  const edge =
    ((share * aperture) / 0.967 + (off > 0 ? LIP.lower : LIP.upper)) *
    Math.sqrt(Math.max(0, 1 - across * across));
  if (Math.abs(off) < gap) return DARK;
  const [red, cb, cr] = wears === 'lipstick' ? LIPSTICK : RED;
  if (Math.abs(off) < edge) return [red + 6 * Math.sin(90 * u), cb, cr];
  const grown = v - dropAt(u, v, aperture);
  if (wears === 'beard' && grown > 1.06) return hairAt(u, grown);
  if (wears === 'moustache' && Math.abs(u) < 0.28 && grown > 0.7 && grown < 0.81) return hairAt(u, grown);
  return [SKIN[0] + 14 * u + poresAt(u, v - dropAt(u, v, aperture)), SKIN[1], SKIN[2]];
}

const hairAt = (u: number, v: number): Colour => [
  70 + 14 * u + 18 * Math.sin(140 * u + 9 * v) * Math.sin(90 * v + 20 * u),
  122,
  136,
];

const poresAt = (u: number, v: number): number => 4 * Math.sin(60 * u + 11 * v) * Math.sin(47 * v - 13 * u);

/** Repeatable noise between -1 and 1. */
export function grain(seed: number, i: number): number {
  let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 31 - 1;
}

/** Mean of a plane's samples inside a rectangle, on the 0..255 scale. */
export function meanIn(
  picture: Picture,
  channel: 0 | 1 | 2,
  box: { left: number; top: number; right: number; bottom: number },
): number {
  const { data, width } = picture.planes[channel];
  let sum = 0;
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) sum += data[y * width + x];
  return sum / ((box.bottom - box.top) * (box.right - box.left)) / 2 ** (picture.format.bitDepth - 8);
}
