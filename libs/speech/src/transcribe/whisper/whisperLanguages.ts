/** The languages that Whisper was taught, by its own names for them. */
const CODES = new Set(
  (
    'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy ' +
    'sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi ' +
    'lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue'
  ).split(' '),
);

/** Where BCP 47 calls a language otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  nb: 'no',
  fil: 'tl',
  iw: 'he',
  jv: 'jw',
  cmn: 'zh',
  hbs: 'hr',
};

/** What Whisper calls a language, by its BCP 47 tag; `undefined` for one that it was not taught. */
export function whisperLanguage(tag: string): string | undefined {
  const [language] = tag.toLowerCase().split('-');
  const code = OTHERWISE[language] ?? language;
  return CODES.has(code) ? code : undefined;
}

/** The BCP 47 tag of a language that Whisper recognised. */
export const tagOfWhisper = (code: string): string => ({ no: 'nb', jw: 'jv' })[code] ?? code;
