/** How a picture's samples are stored: planar Y, Cb, Cr, little-endian, 8 to 16 bits a sample. */
export interface PixelFormat {
  /** The name that ffmpeg gives it, e.g. `yuv420p10le`. */
  readonly name: string;
  readonly bitDepth: number;
  /** Chroma is narrower by 2^shiftX and lower by 2^shiftY. */
  readonly shiftX: number;
  readonly shiftY: number;
}

/** What the samples mean, as ffmpeg names it; `unknown` where the film does not say. */
export interface ColourTags {
  readonly range: 'tv' | 'pc' | 'unknown';
  readonly matrix: string;
  readonly transfer: string;
  readonly primaries: string;
  readonly chromaLocation: string;
}

/** The samples of one plane, row by row without padding. */
export type Samples = Uint8Array | Uint16Array;

/** One rectangular array of samples. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Samples;
}

/** One frame or a cut-out of it: planes Y, Cb, Cr in the film's own format. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly format: PixelFormat;
  readonly planes: readonly [Plane, Plane, Plane];
}

/** A rectangle of whole pixels: left and top inside, right and bottom outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The planar formats that Mondwerk works in, by ffmpeg's name. */
export const pixelFormats: ReadonlyMap<string, PixelFormat> = new Map(
  [8, 10, 12].flatMap((bitDepth) =>
    (
      [
        ['420', 1, 1],
        ['422', 1, 0],
        ['444', 0, 0],
      ] as const
    ).map(([chroma, shiftX, shiftY]) => {
      const name = `yuv${chroma}p${bitDepth === 8 ? '' : `${bitDepth}le`}`;
      return [name, { name, bitDepth, shiftX, shiftY }];
    }),
  ),
);

/** Bytes that one frame of this size and format takes in a raw stream. */
export function bytesOfPicture(width: number, height: number, format: PixelFormat): number {
  const chroma = chromaSize(width, height, format);
  return (width * height + 2 * chroma.width * chroma.height) * (format.bitDepth > 8 ? 2 : 1);
}

/** The size of a chroma plane; odd sizes round up, as every codec does. */
function chromaSize(width: number, height: number, format: PixelFormat): { width: number; height: number } {
  return {
    width: (width + (1 << format.shiftX) - 1) >> format.shiftX,
    height: (height + (1 << format.shiftY) - 1) >> format.shiftY,
  };
}

/** Reads one raw frame as a picture that shares the buffer's memory. @throws RangeError when it is too short. */
export function pictureFrom(
  buffer: ArrayBufferLike,
  offset: number,
  width: number,
  height: number,
  format: PixelFormat,
): Picture {
  const chroma = chromaSize(width, height, format);
  let at = offset;
  const plane = (w: number, h: number): Plane => {
    const data = format.bitDepth > 8 ? new Uint16Array(buffer, at, w * h) : new Uint8Array(buffer, at, w * h);
    at += data.byteLength;
    return { width: w, height: h, data };
  };
  const planes = [
    plane(width, height),
    plane(chroma.width, chroma.height),
    plane(chroma.width, chroma.height),
  ] as const;
  return { width, height, format, planes };
}

/** A picture whose samples are all zero, with memory of its own. */
export function blankPicture(width: number, height: number, format: PixelFormat): Picture {
  return pictureFrom(new ArrayBuffer(bytesOfPicture(width, height, format)), 0, width, height, format);
}

/** The smallest box round `box` whose corners fall on whole chroma samples, cut to the picture. */
export function alignBox(box: Box, picture: Pick<Picture, 'width' | 'height' | 'format'>): Box {
  const stepX = 1 << picture.format.shiftX;
  const stepY = 1 << picture.format.shiftY;
  return {
    left: Math.max(0, Math.floor(box.left / stepX) * stepX),
    top: Math.max(0, Math.floor(box.top / stepY) * stepY),
    right: Math.min(picture.width, Math.ceil(box.right / stepX) * stepX),
    bottom: Math.min(picture.height, Math.ceil(box.bottom / stepY) * stepY),
  };
}

/** Copies the part of a picture inside an aligned box. */
export function crop(picture: Picture, box: Box): Picture {
  const part = blankPicture(box.right - box.left, box.bottom - box.top, picture.format);
  forEachRow(picture, part, box, (whole, piece, wholeAt, pieceAt, length) =>
    piece.set(whole.subarray(wholeAt, wholeAt + length), pieceAt),
  );
  return part;
}

/** Writes `part` over the inside of an aligned box. The one place that edits a picture it was given. */
export function paste(picture: Picture, box: Box, part: Picture): void {
  forEachRow(picture, part, box, (whole, piece, wholeAt, pieceAt, length) =>
    whole.set(piece.subarray(pieceAt, pieceAt + length), wholeAt),
  );
}

type CopyRow = (whole: Samples, piece: Samples, wholeAt: number, pieceAt: number, length: number) => void;

function forEachRow(whole: Picture, part: Picture, box: Box, copyRow: CopyRow): void {
  whole.planes.forEach((plane, index) => {
    const piece = part.planes[index];
    const left = index === 0 ? box.left : box.left >> whole.format.shiftX;
    const top = index === 0 ? box.top : box.top >> whole.format.shiftY;
    for (let y = 0; y < piece.height; y++) {
      copyRow(plane.data, piece.data, (top + y) * plane.width + left, y * piece.width, piece.width);
    }
  });
}
