/** How wide letters are, as a share of the size of the type: wide writing, narrow letters, and all others. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|[\u200b-\u200f\u2060]/u, 0],
  [
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uff60]/u,
    1.02,
  ],
  [/[iljtfrI.,;:!'|‖ˈˌː ]/u, 0.36],
  [/[mwMWæœʍɯ@%]/u, 0.92],
  [/\p{Lu}|\p{Nd}/u, 0.66],
];

const USUAL = 0.58;

/** About how wide a text is, in sizes of its type. */
export const widthOfText = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? USUAL),
    0,
  );

/** A text and the size of type that fits into some room. */
export interface FittedText {
  readonly text: string;
  readonly size: number;
}

/** Sets a text smaller where it is too wide, and shorter where that does not do; `undefined` where nothing fits. */
export function fitText(
  text: string,
  room: number,
  { most, least }: { readonly most: number; readonly least: number },
): FittedText | undefined {
  const size = Math.min(most, room / Math.max(0.1, widthOfText(text)));
  if (size >= least) return { text, size };
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let kept = '';
  for (const letter of letters) {
    if (widthOfText(`${kept}${letter}…`) * least > room) break;
    kept += letter;
  }
  return kept === '' ? undefined : { text: `${kept.trimEnd()}…`, size: least };
}

/** Whether a text is read from right to left: its first letter tells. */
export const readsFromRight = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  );
