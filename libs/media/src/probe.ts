import { pixelFormats, rate, type ColourTags, type Rate } from '@mondwerk/film';
import type { AudioTrack, Film } from './film.ts';
import { checkFile } from './checkFile.ts';
import { checkFrames, checkPicture, readable } from './checkFilm.ts';
import { checkProgressive } from './checkProgressive.ts';
import { knownName } from './colourCodes.ts';
import type { ProbedFile, ProbedStream } from './ffprobe.ts';
import { readFirstFrame } from './firstFrame.ts';
import { nominalRate, parseRate } from './frameRate.ts';
import { readFrameTimes, type FrameTimes } from './frameTimes.ts';
import { isRgb, planarFormat } from './planarFormat.ts';
import { isMappedByScene, staticHdrIn, type SideData } from './staticHdr.ts';

/**
 * Looks at a film: its picture, its exact timestamps, its sounds. Decodes no more of it than tells whether it is interlaced.
 * @throws Refusal in one sentence for everything that is not a whole, progressive film with a known picture.
 */
export async function probe(path: string): Promise<Film> {
  const bytes = await checkFile(path);
  const file = await readable(path);
  const video = checkPicture(path, file);
  const times = await readFrameTimes(path);
  checkFrames(path, file, video, times);
  const film = describe(path, bytes, file, video, times);
  const [first] = await Promise.all([readFirstFrame(path), checkProgressive(film, video.field_order)]);
  // The frame's own word comes first: containers are rewritten more often.
  const told = [...first, ...video.side_data_list];
  const hdr = staticHdrIn(told);
  const remarks = remarksOn(path, video, told);
  return { ...film, ...(hdr && { hdr }), ...(remarks.length > 0 && { remarks }) };
}

/** Metadata that changes with the scenes was made for the old pictures, and no encoder here writes it. */
function remarksOn(path: string, { side_data_list }: ProbedStream, told: readonly SideData[]): string[] {
  const dropped = [
    ...(side_data_list.some((data) => data.dv_profile !== undefined) ? ['Dolby Vision'] : []),
    ...(isMappedByScene(told) ? ['HDR10+'] : []),
  ];
  return dropped.map(
    (name) =>
      `${path} carries ${name}: its pictures are taken as the plain HDR that they are without it, and its ` +
      'scene-by-scene metadata is not in what is made of it.',
  );
}

function describe(
  path: string,
  bytes: number,
  file: ProbedFile,
  video: ProbedStream,
  times: FrameTimes,
): Film {
  const timeBase = parseRate(video.time_base)!;
  const candidates = [video.r_frame_rate, video.avg_frame_rate].flatMap((text) => parseRate(text) ?? []);
  const nominal = nominalRate(times.pts, timeBase, candidates);
  const start = (times.pts[0] * timeBase.num) / timeBase.den;
  const turned = video.side_data_list.some((data) => Math.abs(data.rotation) % 180 === 90);
  return {
    path,
    bytes,
    container: file.format.format_name,
    codec: video.codec_name,
    width: turned ? video.height : video.width,
    height: turned ? video.width : video.height,
    format: formatOf(video.pix_fmt, turned),
    storedFormat: video.pix_fmt,
    colour: colourOf(video),
    sampleAspect: aspectOf(video.sample_aspect_ratio, turned),
    ...nominal,
    clock: clockOf(times, timeBase, nominal.rate),
    timeBase,
    pts: times.pts,
    keyFrames: times.keyFrames,
    start,
    containerStart: file.format.start_time,
    audio: file.streams.filter((stream) => stream.codec_type === 'audio').map((s) => trackOf(s, start)),
    ...timecodeOf(file, video),
  };
}

/** Turned by a quarter, chroma that is halved in one direction is halved in the other, which no format here is. */
function formatOf(stored: string, turned: boolean): Film['format'] {
  const format = planarFormat(stored)!;
  if (!turned || format.shiftX === format.shiftY) return format;
  return pixelFormats.get(format.name.replace('422', '444'))!;
}

function colourOf(video: ProbedStream): ColourTags {
  const full = video.pix_fmt.startsWith('yuvj');
  const fromRgb = isRgb(video.pix_fmt);
  const range = fromRgb ? 'tv' : full ? 'pc' : video.color_range;
  return {
    range: range === 'tv' || range === 'pc' ? range : 'unknown',
    matrix: fromRgb ? 'bt709' : knownName('matrix', video.color_space),
    transfer: knownName('transfer', video.color_transfer),
    primaries: knownName('primaries', video.color_primaries),
    chromaLocation: video.chroma_location === 'unspecified' ? 'unknown' : video.chroma_location,
  };
}

function aspectOf(text: string, turned: boolean): string {
  const aspect = parseRate(text) ?? rate(1);
  return turned ? `${aspect.den}:${aspect.num}` : `${aspect.num}:${aspect.den}`;
}

function clockOf(times: FrameTimes, timeBase: Rate, nominal: Rate): Film['clock'] {
  const seconds = (units: number): number => (units * timeBase.num) / timeBase.den;
  const shown = Float64Array.from(times.pts, (value) => seconds(value - times.pts[0]));
  const last = seconds(times.lastDuration) || nominal.den / nominal.num;
  return { times: shown, end: shown.at(-1)! + last };
}

/** On the picture (MOV), on the file (MXF), or in capitals (Matroska). */
function timecodeOf(file: ProbedFile, video: ProbedStream): Pick<Film, 'timecode'> {
  const given = [video.tags, file.format.tags].flatMap((tags) => [tags.timecode, tags.TIMECODE]);
  const timecode = given.find((text) => text !== undefined);
  return timecode === undefined ? {} : { timecode };
}

function trackOf(stream: ProbedStream, filmStart: number): AudioTrack {
  const { language, handler_name: handler } = stream.tags;
  // MP4 has no titles; players show the handler's name, unless it is the muxer's own.
  const title = stream.tags.title ?? (/handler/i.test(handler ?? '') ? undefined : handler);
  return {
    index: stream.index,
    codec: stream.codec_name,
    channels: stream.channels,
    sampleRate: stream.sample_rate,
    ...(language && language !== 'und' ? { language } : {}),
    ...(title ? { title } : {}),
    start: stream.start_time - filmStart,
  };
}
