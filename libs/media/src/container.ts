import { extname } from 'node:path';
import { Refusal } from '@mondwerk/film';

/** A kind of file that a finished film can be. */
export interface Container {
  /** ffmpeg's name of its muxer. */
  readonly muxer: string;
  /** The voice's encoder. */
  readonly voice: readonly string[];
  /** Codecs of original sound that it takes as they are; `any` for all. */
  readonly copies: RegExp;
  /** The encoder for the others, without loss. */
  readonly otherwise: string;
  /** Whether it is an MP4 or MOV, with a track clock of its own and an index to put in front. */
  readonly boxed: boolean;
}

const aac = ['aac', '256k'];

const containers: Readonly<Record<string, Container>> = {
  '.mp4': {
    muxer: 'mp4',
    voice: aac,
    copies: /^(aac|mp3|mp2|ac3|eac3|alac|opus|flac|dts|truehd)$/,
    otherwise: 'alac',
    boxed: true,
  },
  '.m4v': { muxer: 'mp4', voice: aac, copies: /^(aac|mp3|ac3|eac3|alac)$/, otherwise: 'alac', boxed: true },
  '.mov': {
    muxer: 'mov',
    voice: aac,
    copies: /^(aac|mp3|ac3|eac3|alac|pcm_.*)$/,
    otherwise: 'alac',
    boxed: true,
  },
  '.mkv': { muxer: 'matroska', voice: ['flac'], copies: /./, otherwise: 'flac', boxed: false },
};

/** How sound lies beside ProRes: uncompressed, as it came where it came so. */
const besideProres = {
  voice: ['pcm_s24le'],
  copies: /^pcm_[sf](16|24|32|64)[lb]e$/,
  otherwise: 'pcm_s24le',
} as const;

/** The container that a file's name asks for, with the sounds that go with a picture of this codec. */
export function containerOf(out: string, codec: string): Container {
  const container = containerFor(out);
  return codec === 'prores' ? { ...container, ...besideProres } : container;
}

/** The container that a file's name asks for. @throws Refusal `container` when it is none of ours. */
export function containerFor(out: string): Container {
  const container = containers[extname(out).toLowerCase()];
  if (container) return container;
  throw new Refusal(
    'container',
    `${out} does not end in ${Object.keys(containers).join(', ')}; give the finished film one of these names.`,
  );
}
