import { z } from 'zod';
import type { Film } from '../film.ts';
import { bytesOfDump } from '../partPackets.ts';
import { isGray, isRgb } from '../planarFormat.ts';
import { fileArgument, runProgram } from '../program.ts';
import { findBorders, type Borders, type DecodedPicture, type KeyKind } from './borders.ts';
import { avcType, CRA, hevcType, nalUnits } from './nalUnits.ts';
import {
  avcSetId,
  isAvcSet,
  isHevcSet,
  readAvcSetup,
  readHevcSetup,
  type DecoderSetup,
} from './parameterSets.ts';
import { readPackets, type SourcePacket } from './sourcePackets.ts';

/** The codecs whose pictures can be copied between others. */
export type SpliceCodec = 'h264' | 'hevc' | 'prores';

/** What is known of a film whose pictures are partly copied. Plain data. */
export interface SpliceSource {
  readonly codec: SpliceCodec;
  /** The profile by the encoder's name of it, empty where the encoder finds it by itself. */
  readonly profile: string;
  /** The four letters that name the codec in a container. */
  readonly fourcc: string;
  /** The decoder's setup, `null` where it needs none. */
  readonly setup: DecoderSetup | null;
  /** The number that the parameter sets of the parts between have: none of the film's. */
  readonly setId: number;
  readonly borders: Borders;
}

/** A film that can be copied from, or why it cannot: the rest of a sentence after `because`. */
export type Spliceable = { readonly source: SpliceSource } | { readonly because: string };

const avcProfiles: Readonly<Record<string, string>> = {
  'Constrained Baseline': 'baseline',
  Main: 'main',
  High: 'high',
  'High 10': 'high10',
  'High 4:2:2': 'high422',
  'High 4:4:4 Predictive': 'high444',
};

const hevcProfiles: Readonly<Record<string, string>> = { Main: '', 'Main 10': '', Rext: '' };

/** ProRes' profiles: their numbers, and the letters by which containers name them. */
const proresProfiles: Readonly<Record<string, readonly [profile: string, fourcc: string]>> = {
  Proxy: ['0', 'apco'],
  LT: ['1', 'apcs'],
  Standard: ['2', 'apcn'],
  HQ: ['3', 'apch'],
  '4444': ['4', 'ap4h'],
  XQ: ['5', 'ap4x'],
};

const shape = z.object({
  streams: z.tuple([
    z.object({
      profile: z.string().default('unknown'),
      field_order: z.string().default('progressive'),
      extradata: z.string().default(''),
      side_data_list: z.array(z.object({ rotation: z.coerce.number().default(0) })).default([]),
    }),
  ]),
});

/** Whether a film's codec is one of those that can be copied between others. */
export const isSpliceCodec = (codec: string): codec is SpliceCodec => /^(h264|hevc|prores)$/.test(codec);

/**
 * Finds out where a film's pictures can be copied, reading it once without decoding; of ProRes, of which every picture
 * stands by itself, nothing is read.
 */
export async function findSpliceSource(
  film: Film,
  onPacket: () => void = () => undefined,
): Promise<Spliceable> {
  const { printed } = await runProgram('ffprobe', [
    ...['-v', 'error', '-show_data', '-select_streams', 'V:0', '-of', 'json', '-show_entries'],
    ...['stream=profile,field_order,extradata:stream_side_data=rotation', fileArgument(film.path)],
  ]);
  const [{ profile, field_order: fields, extradata, side_data_list: sides }] = shape.parse(
    JSON.parse(printed),
  ).streams;
  if (!isSpliceCodec(film.codec)) return { because: `its codec is ${film.codec}` };
  if (sides.some(({ rotation }) => rotation % 360 !== 0))
    return { because: 'its pictures are turned for showing' };
  if (!/^(progressive|unknown)$/.test(fields)) return { because: 'it is interlaced' };
  if (isRgb(film.storedFormat) || isGray(film.storedFormat) || film.conversion !== undefined) {
    return { because: `its pictures are stored as ${film.storedFormat} and read as ${film.format.name}` };
  }
  if (film.codec === 'prores') return proresSource(film, profile);
  const known = (film.codec === 'h264' ? avcProfiles : hevcProfiles)[profile];
  if (known === undefined) return { because: `no encoder is at hand for its profile, ${profile}` };
  return codedSource(film, known, { codec: film.codec, setup: bytesOfDump(extradata), onPacket });
}

function proresSource({ keyFrames, pts }: Film, name: string): Spliceable {
  const profile = proresProfiles[name];
  if (profile === undefined) return { because: `its ProRes profile, ${name}, is not known` };
  if (keyFrames.length !== pts.length) return { because: 'some of its pictures are damaged' };
  const every = Array.from(pts.keys());
  const borders = { starts: every, ends: [...every.slice(1), pts.length], unsound: [], delay: 0 };
  return {
    source: { codec: 'prores', profile: profile[0], fourcc: profile[1], setup: null, setId: 0, borders },
  };
}

interface Coded {
  readonly codec: 'h264' | 'hevc';
  readonly setup: Uint8Array;
  readonly onPacket: () => void;
}

async function codedSource(
  film: Film,
  profile: string,
  { codec, setup: box, onPacket }: Coded,
): Promise<Spliceable> {
  const setup = (codec === 'h264' ? readAvcSetup : readHevcSetup)(box);
  if (setup.sets.length === 0) return { because: 'it does not say in its header how it is coded' };
  const known = new Set(setup.sets.map((unit) => Buffer.from(unit).toString('base64')));
  const isSet = codec === 'h264' ? isAvcSet : isHevcSet;
  const frameOf = new Map(Array.from(film.pts, (pts, frame) => [pts, frame]));
  const pictures: DecodedPicture[] = [];
  for await (const packet of readPackets(film)) {
    const units = packet.key ? nalUnits(packet.bytes, setup.framing) : [];
    if (units.some((unit) => isSet(unit) && !known.has(Buffer.from(unit).toString('base64')))) {
      return { because: 'the way it is coded changes on the way' };
    }
    pictures.push({ frame: frameIn(packet, frameOf), key: kindOf(codec, units) });
    onPacket();
  }
  const used = new Set(codec === 'h264' ? setup.sets.map(avcSetId) : []);
  const setId = Array.from({ length: 32 }, (_, id) => id).find((id) => !used.has(id));
  if (setId === undefined) return { because: 'all numbers of its parameter sets are taken' };
  const borders = findBorders(pictures, film.pts.length);
  const fourcc = codec === 'h264' ? 'H264' : 'HEVC';
  return { source: { codec, profile, fourcc, setup, setId, borders } };
}

const frameIn = ({ shown, pts }: SourcePacket, frameOf: ReadonlyMap<number, number>): number | undefined =>
  shown ? frameOf.get(pts) : undefined;

/** IDR pictures of H.264; IDR, BLA and CRA pictures of H.265. */
function kindOf(codec: 'h264' | 'hevc', units: readonly Uint8Array[]): KeyKind | null {
  if (units.length === 0) return null;
  if (codec === 'h264') return units.some((unit) => avcType(unit) === 5) ? 'closed' : 'within';
  const type = units.map(hevcType).find((each) => each < 32) ?? 0;
  if (type < 16 || type > 23) return 'within';
  return type === CRA ? 'leading' : 'closed';
}
