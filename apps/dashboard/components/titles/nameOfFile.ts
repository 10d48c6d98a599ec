/** What cameras, encoders and release notes leave in the names of film files: it is not part of what a film is called. */
const TECHNICAL: readonly RegExp[] = [
  /^\d{3,4}[ip]\d*$/i,
  /^\d{3,4}x\d{3,4}$/i,
  /^(?:[2468]k|uhd|fhd|hd|sd|sdr|hdr(?:10)?\+?|dv)$/i,
  /^(?:x|h)26[456]$/i,
  /^(?:avc|hevc|av1|vp9|mpeg2|xvid|divx|dnxh[dr]|prores|proreshq|422|4444|hq|lt|xq)$/i,
  /^(?:aac|ac3|eac3|dts|pcm|flac|opus|stereo|5\.?1|7\.?1|51|71)$/i,
  /^(?:web|webrip|web-?dl|bluray|blu-ray|bdrip|dvdrip|remux|master|conformed|final|export|textless|texted)$/i,
  /^(?:rec)?709$|^bt2020$|^p3$/i,
  /^(?:23|24|25|29|30|50|59|60)(?:[.,]?(?:97|976|98|94))?(?:fps)?$/i,
  /^v\d{1,3}$/i,
];

const isTechnical = (word: string): boolean => TECHNICAL.some((pattern) => pattern.test(word));

/** What a film is called most likely, by the name of its file: `The_Lighthouse.1080p.mov` is “The Lighthouse”. */
export function nameOfFile(file: string): string {
  const plain = file
    .replace(/(?<=.)\.[a-z0-9]{2,5}$/i, '')
    .normalize('NFC')
    .trim();
  const words = plain.split(/[\s._]+/).filter((word) => word !== '');
  // The first word belongs to the name whatever it is: “1917”, “Final”.
  const first = words.findIndex((word, at) => at > 0 && isTechnical(word));
  const kept = first === -1 ? words : words.slice(0, first);
  const name = kept.join(' ').replace(/[\s-]+$/, '');
  return (name === '' ? plain : name).slice(0, 200);
}

const FILMS = /\.(?:mov|mp4|m4v|mkv|mxf|avi|webm|mpg|mpeg|ts|m2ts|mts|wmv|ogv|3gp)$/i;

/** Whether a file is a film by its name or the type that the browser gives it. */
export const looksLikeFilm = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  type.startsWith('video/') || FILMS.test(name);
