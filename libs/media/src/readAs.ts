import type { ColourTags, PixelFormat } from '@mondwerk/film';
import type { Film } from './film.ts';
import { parseRate } from './frameRate.ts';
import { isRgb } from './planarFormat.ts';

/** How bright the brightest of a film may be, as ffmpeg calls its transfer. */
type Transfer = 'bt709' | 'smpte2084' | 'arib-std-b67';

/** Nits of the white of a film without high dynamic range (ITU-R BT.2408). */
const WHITE = 203;

/** What ffmpeg's `scale` calls the matrices that `ffprobe` tells; it guesses others by itself. */
const SCALE_MATRICES: Readonly<Record<string, string>> = {
  bt709: 'bt709',
  fcc: 'fcc',
  bt470bg: 'bt470',
  smpte170m: 'smpte170m',
  smpte240m: 'smpte240m',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
};

/** Those that `zscale` knows. */
const ZSCALE_MATRICES = new Set(['bt709', 'fcc', 'bt470bg', 'smpte170m', 'bt2020nc', 'bt2020c']);

/**
 * The same frames, read so that pieces of them fit into the pictures of another film: in its pixel format, range, matrix,
 * brightness and primaries, with pixels of its shape, and no larger than it.
 */
export function readAs(film: Film, like: Film): Film {
  const size = fittingSize(film, like);
  return {
    ...film,
    ...size,
    ...{ format: like.format, colour: like.colour, sampleAspect: like.sampleAspect },
    conversion: [...conversionOf(film, like, size), `format=${like.format.name}`],
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function fittingSize(film: Film, like: Film): Size {
  const wide = (film.width * aspectOf(film)) / aspectOf(like);
  const by = Math.min(1, Math.sqrt((like.width * like.height) / (wide * film.height)));
  return { width: wholeSamples(by * wide, like.format), height: wholeSamples(by * film.height, like.format) };
}

function aspectOf({ sampleAspect }: Film): number {
  const aspect = parseRate(sampleAspect);
  return aspect === undefined ? 1 : aspect.num / aspect.den;
}

/** Of luma and of chroma. */
const wholeSamples = (length: number, { shiftX, shiftY }: PixelFormat): number => {
  const unit = 1 << Math.max(shiftX, shiftY);
  return Math.max(unit, unit * Math.round(length / unit));
};

function conversionOf(film: Film, like: Film, size: Size): string[] {
  const [from, to] = [transferOf(film.colour), transferOf(like.colour)];
  if (from === to && isWide(film) === isWide(like)) return [plainScale(film, like, size)];
  const sized = `width=${size.width}:height=${size.height}:filter=lanczos`;
  const [given, wanted] = [storedTags(film), tagsOf(like, '')];
  if (from === 'bt709' || to !== 'bt709') return [`zscale=${sized}:${given}:${wanted}:npl=${WHITE}`];
  // What is brighter than white is bent under it, as a grade without high dynamic range would have it.
  const primaries = primariesOf(like);
  return [
    `zscale=${given}:matrix=gbr:primaries=${primaries}:transfer=linear:range=full:npl=${WHITE}`,
    ...['format=gbrpf32le', 'tonemap=mobius:desat=0'],
    `zscale=${sized}:matrixin=gbr:primariesin=${primaries}:transferin=linear:rangein=full:${wanted}`,
  ];
}

function plainScale(film: Film, like: Film, { width, height }: Size): string {
  const stored = isRgb(film.storedFormat) ? 'auto' : scaleMatrix(film);
  const matrices = `in_color_matrix=${stored}:out_color_matrix=${scaleMatrix(like)}`;
  const ranges = `in_range=${storedRangeOf(film)}:out_range=${rangeOf(like)}`;
  return `scale=${width}:${height}:${matrices}:${ranges}:flags=lanczos+accurate_rnd+full_chroma_int`;
}

function transferOf({ transfer }: ColourTags): Transfer {
  return transfer === 'smpte2084' || transfer === 'arib-std-b67' ? transfer : 'bt709';
}

const isWide = ({ colour }: Film): boolean => colour.primaries === 'bt2020' || transferOf(colour) !== 'bt709';

const primariesOf = (film: Film): string => (isWide(film) ? 'bt2020' : 'bt709');

const scaleMatrix = ({ colour: { matrix } }: Film): string => SCALE_MATRICES[matrix] ?? 'auto';

const rangeOf = ({ colour: { range } }: Film): string => (range === 'pc' ? 'full' : 'limited');

/** As a film is stored: red, green and blue always are of full range, whatever they are read as. */
const storedRangeOf = (film: Film): string => (isRgb(film.storedFormat) ? 'full' : rangeOf(film));

/** What `zscale` is told of how a film is stored, so that nothing has to stand in the stream. */
function storedTags(film: Film): string {
  const tags = tagsOf(film, 'in');
  return isRgb(film.storedFormat) ? `${tags}:matrixin=gbr:rangein=full` : tags;
}

/** What `zscale` is told of one side. */
function tagsOf(film: Film, side: 'in' | ''): string {
  const { matrix } = film.colour;
  const known = ZSCALE_MATRICES.has(matrix) ? matrix : isWide(film) ? 'bt2020nc' : 'bt709';
  return [
    `matrix${side}=${known}`,
    `transfer${side}=${transferOf(film.colour)}`,
    `primaries${side}=${primariesOf(film)}`,
    `range${side}=${rangeOf(film)}`,
  ].join(':');
}
