import { formatTimecode, type FrameSpan } from '@mondwerk/film';
import { timecodeStart, type Film } from '@mondwerk/media';
import type { Finding } from './verdict.ts';

/** Whether two films have frames that can be laid on one another, sample by sample. */
export function sameFrames(source: Film, out: Film, stretch: FrameSpan): Finding[] {
  const wanted = stretch.end - stretch.start;
  return [
    ...differing('size', 'size', `${source.width}x${source.height}`, `${out.width}x${out.height}`),
    ...differing('frames', 'number of frames', String(wanted), String(out.pts.length)),
  ];
}

/** What a dub says of its pictures otherwise than its film: timestamps, rate, shape of pixels, colours, timecode. */
export function differingFacts(source: Film, out: Film, stretch: FrameSpan): Finding[] {
  return [
    ...lateFrame(source, out, stretch),
    ...(source.variable ? [] : differing('rate', 'frame rate', ratio(source.rate), ratio(out.rate))),
    ...differing('sample-aspect', 'shape of pixels', source.sampleAspect, out.sampleAspect),
    ...colourNames.flatMap(([key, name]) => differing('colour', name, source.colour[key], out.colour[key])),
    ...differing('hdr', "HDR's grading", gradingOf(source), gradingOf(out)),
    ...differing('timecode', 'timecode', timecodeAt(source, stretch.start), out.timecode ?? 'unknown'),
  ];
}

const colourNames = [
  ['range', 'range'],
  ['matrix', 'colour matrix'],
  ['transfer', 'transfer'],
  ['primaries', 'primaries'],
] as const;

/** A film that does not say something leaves it open. */
function differing(code: string, name: string, source: string, out: string): Finding[] {
  if (source === out || source === 'unknown') return [];
  return [{ code, sentence: `The ${name} of OUT is ${out}, where it should be ${source}.` }];
}

const gradingOf = ({ hdr }: Film): string =>
  hdr === undefined
    ? 'unknown'
    : [
        ...(hdr.display ? [`a display of up to ${hdr.display.brightest} cd/m²`] : []),
        ...(hdr.light ? [`MaxCLL ${hdr.light.most}`, `MaxFALL ${hdr.light.average}`] : []),
      ].join(', ');

const ratio = ({ num, den }: Film['rate']): string => (den === 1 ? String(num) : `${num}/${den}`);

function timecodeAt(film: Film, frame: number): string {
  if (film.timecode === undefined || film.variable) return 'unknown';
  return formatTimecode(frame, film.rate, timecodeStart(film));
}

/** Each file may round to its own clock, Matroska to milliseconds. */
function lateFrame(source: Film, out: Film, { start, end }: FrameSpan): Finding[] {
  const unit = Math.max(source.timeBase.num / source.timeBase.den, out.timeBase.num / out.timeBase.den);
  for (let frame = start; frame < end; frame++) {
    const [wanted, shown] = [
      source.clock.times[frame] - source.clock.times[start],
      out.clock.times[frame - start],
    ];
    if (Math.abs(wanted - shown) <= unit + 1e-9) continue;
    const sentence = `Frame ${frame} is shown at ${shown.toFixed(4)} s of OUT, where it should be at ${wanted.toFixed(4)} s.`;
    return [{ code: 'timestamps', sentence }];
  }
  return [];
}
