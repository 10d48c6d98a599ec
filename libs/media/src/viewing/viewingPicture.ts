import type { ColourTags } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { isRgb } from '../planarFormat.ts';
import { runProgram } from '../program.ts';

/** Width and height in square pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What became of a film's dynamic range: nothing to do, brought to SDR, or left as it is for want of a filter. */
export type RangeTreatment = 'sdr' | 'tone-mapped' | 'hdr-as-is';

/** How a film's pictures are made ready for an ordinary screen: 8 bits, limited range, square pixels. */
export interface ViewingPicture {
  readonly size: Size;
  /** ffmpeg filters that keep every frame; at their end pictures are yuv420p. */
  readonly filters: readonly string[];
  readonly colour: ColourTags;
  readonly treatment: RangeTreatment;
}

const hdrTransfers: ReadonlySet<string> = new Set(['smpte2084', 'arib-std-b67']);
const scaling = 'flags=bicubic+accurate_rnd+bitexact';

/** Plans a film's pictures for an ordinary screen at a size. */
export async function viewingPicture(film: Film, size: Size): Promise<ViewingPicture> {
  const colour = plainColour(film);
  const scaled = [`scale=${size.width}:${size.height}:${rangesOf(film)}:${scaling}`, 'setsar=1'];
  if (!hdrTransfers.has(colour.transfer)) {
    return { size, colour, treatment: 'sdr', filters: [...scaled, 'format=yuv420p'] };
  }
  if (!(await hasFilters('zscale', 'tonemap'))) {
    return { size, colour, treatment: 'hdr-as-is', filters: [...scaled, 'format=yuv420p'] };
  }
  const filters = [...scaled, ...toneMapping(colour), 'format=yuv420p'];
  return { size, colour: bt709, treatment: 'tone-mapped', filters };
}

const bt709: ColourTags = {
  range: 'tv',
  matrix: 'bt709',
  transfer: 'bt709',
  primaries: 'bt709',
  chromaLocation: 'left',
};

/** What browsers take untagged pictures for depends on the size, which changes here: so nothing stays untagged. */
function plainColour({ colour, height }: Film): ColourTags {
  const hdr = hdrTransfers.has(colour.transfer);
  const usual = hdr ? ['bt2020nc', 'bt2020'] : height > 576 ? ['bt709', 'bt709'] : ['smpte170m', 'smpte170m'];
  return {
    range: 'tv',
    matrix: colour.matrix === 'unknown' ? usual[0] : colour.matrix,
    primaries: colour.primaries === 'unknown' ? usual[1] : colour.primaries,
    transfer: colour.transfer === 'unknown' ? 'bt709' : colour.transfer,
    chromaLocation: 'left',
  };
}

function rangesOf({ storedFormat, colour }: Film): string {
  if (isRgb(storedFormat)) return 'out_color_matrix=bt709:out_range=tv';
  return `in_range=${colour.range === 'pc' ? 'pc' : 'tv'}:out_range=tv`;
}

/** Scaled first, since this works in floating point. The curve is Hable's, as film graders know it. */
const toneMapping = ({ matrix, transfer, primaries }: ColourTags): string[] => [
  `zscale=rangein=tv:matrixin=${matrix}:transferin=${transfer}:primariesin=${primaries}:transfer=linear:npl=100`,
  'format=gbrpf32le',
  'zscale=primaries=bt709',
  'tonemap=tonemap=hable:desat=0',
  'zscale=transfer=bt709:matrix=bt709:range=tv',
];

async function hasFilters(...names: readonly string[]): Promise<boolean> {
  const { printed } = await runProgram('ffmpeg', ['-hide_banner', '-filters']);
  return names.every((name) => new RegExp(`^ ...\\s+${name}\\s`, 'm').test(printed));
}

/** A film's size on screen in square pixels, no higher than `most`, both sides even. */
export function sizeWithin(film: Film, most: number): Size {
  const [across, down] = film.sampleAspect.split(':').map(Number);
  const height = Math.min(most, film.height);
  const width = (film.width * across * height) / (down * film.height);
  return { width: even(width), height: even(height) };
}

/** The same with a given width. */
export function sizeOfWidth(film: Film, width: number): Size {
  const [across, down] = film.sampleAspect.split(':').map(Number);
  return { width: even(width), height: even((width * film.height * down) / (film.width * across)) };
}

const even = (side: number): number => Math.max(2, Math.round(side / 2) * 2);
