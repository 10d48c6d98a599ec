/** The formats in which a script is read and written. */
export const SCRIPT_FORMATS = ['srt', 'vtt', 'ttml', 'dapt', 'detx', 'csv'] as const;

/** A format of scripts. */
export type ScriptFormat = (typeof SCRIPT_FORMATS)[number];

/** The formats whose lines all have times. */
export const TIMED_FORMATS: readonly ScriptFormat[] = ['srt', 'vtt', 'ttml', 'detx'];

/** How people call each format. */
export const FORMAT_NAMES: Readonly<Record<ScriptFormat, string>> = {
  srt: 'SRT',
  vtt: 'WebVTT',
  ttml: 'TTML (IMSC 1.1 text)',
  dapt: 'W3C DAPT',
  detx: 'detX',
  csv: 'CSV',
};

/** The ending of each format's files. */
export const FORMAT_ENDINGS: Readonly<Record<ScriptFormat, string>> = {
  srt: '.srt',
  vtt: '.vtt',
  ttml: '.ttml',
  dapt: '.dapt.xml',
  detx: '.detx',
  csv: '.csv',
};

/** The endings under which scripts come, plain text among them. */
export const SCRIPT_ENDINGS: readonly string[] = [
  ...['.srt', '.vtt', '.txt', '.ttml', '.dfxp', '.itt', '.imsc', '.dapt', '.xml', '.detx', '.csv', '.tsv'],
];

/** The format that a file's name asks for; `undefined` where its ending is none of a script's. */
export function formatOfName(name: string): ScriptFormat | undefined {
  const small = name.toLowerCase();
  if (/\.dapt(\.xml|\.ttml)?$/.test(small)) return 'dapt';
  const ending = /\.[^./\\]+$/.exec(small)?.[0] ?? '';
  const others: Readonly<Record<string, ScriptFormat>> = {
    '.xml': 'ttml',
    '.dfxp': 'ttml',
    '.imsc': 'ttml',
    '.itt': 'ttml',
  };
  return SCRIPT_FORMATS.find((format) => FORMAT_ENDINGS[format] === ending) ?? others[ending];
}
