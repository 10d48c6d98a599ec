import { blankPicture, pixelFormats, type ColourTags, type Picture } from '@mondwerk/film';
import { detectFaces, distance, eyeDistance, openFaceFinder } from '@mondwerk/face';
import type { PictureSource } from '@mondwerk/compositing';
import { cutFace } from '@mondwerk/faceswap';
import { openArtist } from '../performer/drawFrame.ts';
import { restMoment, type Moment } from '../performer/mouthShape.ts';
import { performers, type PerformerName } from '../performer/performers.ts';

/** What the samples of these pictures mean. */
export const COLOUR: ColourTags = {
  ...{ range: 'tv', matrix: 'bt709', transfer: 'bt709', primaries: 'bt709', chromaLocation: 'left' },
};

/** A picture of an invented performer, and the face that the networks measure in it. */
export interface Photograph {
  readonly picture: Picture;
  /** 468 × (x, y, z). */
  readonly points: Float32Array;
  /** 468 × (x, y). */
  readonly mesh: Float32Array;
  readonly eyeDistance: number;
}

/** How a picture is taken; what is left out is at rest, in 8 bits. */
export interface Shot {
  readonly moment?: Partial<Moment>;
  readonly format?: string;
  readonly size?: number;
  /** By how much the light is stronger than usual at a place, in shares of the picture's width. */
  readonly light?: (x: number) => number;
}

/** Draws a performer and measures the face. */
export async function photograph(performer: PerformerName, shot: Shot = {}): Promise<Photograph> {
  const { moment, format = 'yuv420p', size = 360, light = () => 1 } = shot;
  const artist = openArtist(performers[performer], { width: size, height: size }, 1);
  const picture = pictureOfRgb(artist.draw({ ...restMoment, ...moment }, 0), size, format, light);
  const finder = await openFaceFinder();
  const [face] = await detectFaces(finder, picture, COLOUR);
  await finder.close();
  const mesh = Float32Array.from({ length: 936 }, (_, i) => face.points[3 * (i >> 1) + (i & 1)]);
  return { picture, points: face.points, mesh, eyeDistance: eyeDistance(face.points) };
}

/** A photograph as a source. */
export const sourceOf = ({ picture, mesh, eyeDistance: unit }: Photograph, weight = 1): PictureSource => ({
  ...cutFace(picture, mesh, unit),
  ...{ mesh, weight },
});

/** The face of one on the head of another: features from the one, placed by eyes and nose. */
export function onHeadOf(shown: Photograph, head: Photograph): Float32Array {
  const scale = distance(head.points, 168, 2) / distance(shown.points, 168, 2);
  const at = (mesh: Float32Array, p: number, axis: 0 | 1): number => mesh[2 * p + axis];
  return shown.mesh.map((value, i) => {
    const axis = (i & 1) as 0 | 1;
    return at(head.mesh, 168, axis) + scale * (value - at(shown.mesh, 168, axis));
  });
}

function pictureOfRgb(rgb: Uint8Array, size: number, name: string, light: (x: number) => number): Picture {
  const picture = blankPicture(size, size, pixelFormats.get(name)!);
  const scale = 2 ** (picture.format.bitDepth - 8);
  picture.planes.forEach((plane, channel) => {
    const [stepX, stepY] = [size / plane.width, size / plane.height];
    for (let i = 0; i < plane.data.length; i++) {
      const x = Math.floor((i % plane.width) * stepX);
      const at = 3 * (Math.floor(i / plane.width) * stepY * size + x);
      const [r, g, b] = [0, 1, 2].map((k) => Math.min(255, light(x / size) * rgb[at + k]) / 255);
      const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      const value = [16 + 219 * y, 128 + (224 * (b - y)) / 1.8556, 128 + (224 * (r - y)) / 1.5748][channel];
      plane.data[i] = Math.round(scale * value);
    }
  });
  return picture;
}
