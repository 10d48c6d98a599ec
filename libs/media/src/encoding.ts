import { pixelFormats, Refusal, type ColourTags, type PixelFormat } from '@mondwerk/film';
import type { Film } from './film.ts';
import { displayText } from './staticHdr.ts';

/** How pictures are written: as good as the film, quick for a first look, without any loss, or as ProRes 422 HQ. */
export type Encoding = 'film' | 'draft' | 'lossless' | 'prores';

const x264 = { film: ['-preset', 'medium', '-crf', '16'], draft: ['-preset', 'ultrafast', '-crf', '26'] };
const x265 = { film: ['-preset', 'medium', '-crf', '14'], draft: ['-preset', 'ultrafast', '-crf', '26'] };
const proresHq = ['-profile:v', '3'];
const ffv1 = ['-level', '3', '-coder', '1', '-context', '0', '-g', '1', '-slices', '4', '-slicecrc', '1'];

/**
 * The format a film is encoded in: its own. Only where a side is odd and H.264 cannot halve it, colour gets full
 * resolution, which keeps every sample and the exact size.
 */
function encodedFormat(film: Film, encoding: Encoding): PixelFormat {
  const { format, width, height } = film;
  if (encoding === 'prores') return pixelFormats.get('yuv422p10le')!;
  const halves = width % (1 << format.shiftX) === 0 && height % (1 << format.shiftY) === 0;
  if (encoding === 'lossless' || halves) return format;
  return pixelFormats.get(format.name.replace(/4(20|22)/, '444'))!;
}

/**
 * Looks whether a film's pictures can be encoded so at all.
 * @throws Refusal `prores-size` when a side is odd, which ProRes 422 cannot hold.
 */
export function checkEncoding({ path, width, height }: Film, encoding: Encoding): void {
  if (encoding !== 'prores' || (width % 2 === 0 && height % 2 === 0)) return;
  const sentence = `${path} is ${width} by ${height} pixels, and ProRes needs even sides; deliver it as H.264.`;
  throw new Refusal('prores-size', sentence);
}

/**
 * Which of the two a film is encoded in: what plays everywhere. Nothing but software plays H.264 of more than 8 bits, so
 * that goes to H.265, unless the film itself is such H.264; x264 writes up to 10 bits.
 */
const goesToX265 = ({ codec }: Film, { bitDepth }: PixelFormat): boolean =>
  bitDepth > 10 || (bitDepth > 8 && codec !== 'h264');

/** The encoder's part of an ffmpeg command. */
export function encoderArgs(film: Film, encoding: Encoding): string[] {
  const format = encodedFormat(film, encoding);
  const common = ['-pix_fmt', format.name, ...colourArgs(encodedColour(film.colour, encoding))];
  if (encoding === 'prores') return ['-c:v', 'prores_ks', ...proresHq, ...common];
  if (encoding === 'lossless') return ['-c:v', 'ffv1', ...ffv1, ...common];
  return [...(goesToX265(film, format) ? x265Args : x264Args)(film, encoding), ...common];
}

/** How x264 is called, `more` its own further settings. The rate goes into every part's header: guessed, it could differ. */
export const x264Args = (film: Film, encoding: 'film' | 'draft', more = ''): string[] => [
  ...['-c:v', 'libx264', ...x264[encoding]],
  ...[
    '-x264-params',
    `${rateMark(film)}${rangeMark(film.colour)}${hdrMark(film, 'mastering-display', 'cll')}${more}`,
  ],
];

/** How x265 is called, `more` its own further settings. */
export const x265Args = (film: Film, encoding: 'film' | 'draft', more = ''): string[] => [
  ...['-c:v', 'libx265', ...x265[encoding]],
  ...[
    '-x265-params',
    `log-level=error:${rateMark(film)}${hdrMark(film, 'master-display', 'max-cll')}${more}`,
  ],
];

const rateMark = ({ rate: { num, den } }: Film): string => `fps=${num}/${den}`;

/** What an HDR film tells of its grading goes into the stream, under each encoder's own names. */
function hdrMark({ hdr: { display, light } = {} }: Film, displayName: string, lightName: string): string {
  const graded = display === undefined ? '' : `:${displayName}=${displayText(display)}`;
  return light === undefined ? graded : `${graded}:${lightName}=${light.most},${light.average}`;
}

/** x264 leaves limited range out of the stream unless something else about the signal is told with it. */
const rangeMark = (colour: ColourTags): string => (colour.range === 'tv' ? ':videoformat=component' : '');

/** Transfers that ffmpeg's encoders know by another name than its decoders and filters. */
const TRANSFER_OPTIONS: Readonly<Record<string, string>> = {
  bt470m: 'gamma22',
  bt470bg: 'gamma28',
};

/** What an encoder is told of the colours of its pictures. */
export function colourArgs(colour: ColourTags): string[] {
  const given = (option: string, value: string): string[] => (value === 'unknown' ? [] : [option, value]);
  return [
    ...given('-color_range', colour.range),
    ...given('-colorspace', colour.matrix),
    ...given('-color_trc', TRANSFER_OPTIONS[colour.transfer] ?? colour.transfer),
    ...given('-color_primaries', colour.primaries),
    ...given('-chroma_sample_location', colour.chromaLocation),
  ];
}

/** ProRes says nothing of its range and is always read as limited. */
const encodedColour = (colour: ColourTags, encoding: Encoding): ColourTags =>
  encoding === 'prores' ? { ...colour, range: 'tv' } : colour;

/** What happens to the pictures of a film on their way to the encoder. */
export function encodingFilters(film: Film, encoding: Encoding): string {
  const tags = taggingFilter(film.colour);
  if (encoding !== 'prores') return tags;
  const ranges = film.colour.range === 'pc' ? 'in_range=pc:out_range=tv:' : '';
  return `${tags},scale=${ranges}flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=yuv422p10le`;
}

/** Tags the pictures before the encoder sees them, so that nothing between takes them for something else. */
export function taggingFilter(colour: ColourTags): string {
  const tags = [
    ['range', colour.range],
    ['colorspace', colour.matrix],
    ['color_trc', colour.transfer],
    ['color_primaries', colour.primaries],
  ].filter(([, value]) => value !== 'unknown');
  return `setparams=${tags.map((tag) => tag.join('=')).join(':')}`;
}
