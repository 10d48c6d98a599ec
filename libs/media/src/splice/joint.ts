import type { PixelFormat } from '@mondwerk/film';
import type { PartCodec } from '../partPackets.ts';
import { BLA_ALONE, CRA, framed, hevcType, inLengths, nalUnits, retyped } from './nalUnits.ts';
import { hevcSetup, isHevcSet, joinAvcSetups, readAvcSetup, readHevcSetup } from './parameterSets.ts';
import type { SpliceSource } from './spliceSource.ts';

/** A coded picture on its way into the finished film. */
export interface JoinedPicture {
  readonly bytes: Uint8Array;
  readonly key: boolean;
}

/** How copied and coded pictures become one stream. */
export interface Joint {
  /** How the whole stream is called and set up. */
  readonly codec: PartCodec & { readonly fourcc: string };
  /** A picture of the film as it lies in the finished film; `first` of those that are copied on end. */
  copied(picture: JoinedPicture, first: boolean): Uint8Array;
  /** A picture of a part as it lies in the finished film. */
  coded(picture: JoinedPicture): Uint8Array;
}

/**
 * Prepares the joints between a film's own pictures and parts that were coded to stand between them; `parts` is `null`
 * where all is copied. H.264: the sets of both lie in the header, under numbers of their own. H.265: x265 cannot number
 * its sets, so every key picture brings those that it needs, and a CRA picture that others were put in front of becomes a
 * BLA picture, which is what these are for. ProRes: nothing is to be done.
 */
export function makeJoint(source: SpliceSource, parts: PartCodec | null, format: PixelFormat): Joint {
  const { codec: name, setup, fourcc, borders } = source;
  const delay = Math.max(borders.delay, parts?.delay ?? 0);
  const asIs = ({ bytes }: JoinedPicture): Uint8Array => bytes;
  if (setup === null) {
    return { codec: { name, setup: new Uint8Array(), delay, fourcc }, copied: asIs, coded: asIs };
  }
  const { framing, sets } = setup;
  if (name === 'h264') {
    const setups = [setup, ...(parts === null ? [] : [readAvcSetup(parts.setup)])];
    const codec = { name, setup: joinAvcSetups(setups, format), delay, fourcc };
    return { codec, copied: ({ bytes }) => inLengths(bytes, framing), coded: asIs };
  }
  const partSets = parts === null ? [] : readHevcSetup(parts.setup).sets;
  return {
    codec: { name, setup: hevcSetup(setup, format), delay, fourcc },
    copied: ({ bytes, key }, first) => {
      const picture = inLengths(bytes, framing);
      return key ? withSets(first ? aloneAs(picture) : picture, sets) : picture;
    },
    coded: ({ bytes, key }) => (key ? withSets(bytes, partSets) : bytes),
  };
}

const ACCESS_UNIT_DELIMITER = 35;

/** A key picture with the sets that it needs; a delimiter stays in front of everything. */
function withSets(picture: Uint8Array, sets: readonly Uint8Array[]): Uint8Array {
  const units = nalUnits(picture, 4).filter((unit) => !isHevcSet(unit));
  const front = units.filter((unit) => hevcType(unit) === ACCESS_UNIT_DELIMITER);
  return framed([...front, ...sets, ...units.slice(front.length)]);
}

const aloneAs = (picture: Uint8Array): Uint8Array =>
  framed(nalUnits(picture, 4).map((unit) => (hevcType(unit) === CRA ? retyped(unit, BLA_ALONE) : unit)));
