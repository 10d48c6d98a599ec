/** The numbers of ITU-T H.273 for what ffmpeg calls by names. */
const codes = {
  matrix: {
    ...{
      gbr: 0,
      bt709: 1,
      fcc: 4,
      bt470bg: 5,
      smpte170m: 6,
      smpte240m: 7,
      ycgco: 8,
      bt2020nc: 9,
      bt2020c: 10,
    },
    ...{ smpte2085: 11, 'chroma-derived-nc': 12, 'chroma-derived-c': 13, ictcp: 14 },
  },
  transfer: {
    ...{ bt709: 1, bt470m: 4, bt470bg: 5, smpte170m: 6, smpte240m: 7, linear: 8, log100: 9, log316: 10 },
    ...{ 'iec61966-2-4': 11, bt1361e: 12, 'iec61966-2-1': 13, 'bt2020-10': 14, 'bt2020-12': 15 },
    ...{ smpte2084: 16, smpte428: 17, 'arib-std-b67': 18 },
  },
  primaries: {
    ...{ bt709: 1, bt470m: 4, bt470bg: 5, smpte170m: 6, smpte240m: 7, film: 8, bt2020: 9, smpte428: 10 },
    ...{ smpte431: 11, smpte432: 12, ebu3213: 22, 'jedec-p22': 22 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

const UNSPECIFIED = 2;

/** The number of a matrix, transfer or primaries; that of "unspecified" for names it does not know. */
export const codeOf = (kind: keyof typeof codes, name: string): number =>
  (codes[kind] as Readonly<Record<string, number>>)[name] ?? UNSPECIFIED;

/** A name as it is, or `unknown` where nobody could say it on: reserved numbers, and RGB where there is none. */
export const knownName = (kind: keyof typeof codes, name: string): string =>
  codeOf(kind, name) === UNSPECIFIED || name === 'gbr' ? 'unknown' : name;
