/** What a stretch of a script's text is marked as, in terms of TTML; `mark` is a mark of lips, `time` an instant. */
export type TagKind =
  | 'italic'
  | 'bold'
  | 'underline'
  | 'strike'
  | 'color'
  | 'class'
  | 'lang'
  | 'voice'
  | 'ruby'
  | 'ruby-text'
  | 'time'
  | 'mark';

/** A stretch of text that is marked. */
export interface Tagged {
  readonly tag: TagKind;
  /** The colour, class, language, voice; the kind of a mark of lips as its file calls it. */
  readonly value?: string;
  /** Seconds on the film's clock, of `time` and `mark`. */
  readonly at?: number;
  /** Of a mark of lips that the words around it do not hang on. */
  readonly loose?: true;
  readonly inside: RichText;
}

/** Text as a script carries it: words, line breaks as `\n`, and what is marked in them. */
export type RichText = readonly (string | Tagged)[];

/** The words alone; ruby's small signs, which say the same again, are left out. */
export const plainOf = (rich: RichText): string =>
  rich
    .map((piece) =>
      typeof piece === 'string' ? piece : piece.tag === 'ruby-text' ? '' : plainOf(piece.inside),
    )
    .join('');

/** Everything that is marked in a text, from its start to its end. */
export const tagsOf = (rich: RichText): Tagged[] =>
  rich.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...tagsOf(piece.inside)]));

/** The same text with neighbouring words joined and empty ones left out, so that equal texts look equal. */
export function tidyRich(rich: RichText): RichText {
  const tidy: (string | Tagged)[] = [];
  for (const piece of rich) {
    if (typeof piece !== 'string') tidy.push({ ...piece, inside: tidyRich(piece.inside) });
    else if (typeof tidy.at(-1) === 'string') tidy.push(`${tidy.pop() as string}${piece}`);
    else if (piece !== '') tidy.push(piece);
  }
  return tidy;
}

/** The same text with only those marks that a format knows; the words inside the others stay. */
export const keepTags = (rich: RichText, kinds: readonly TagKind[]): RichText =>
  tidyRich(
    rich.flatMap((piece) => {
      if (typeof piece === 'string') return [piece];
      if (piece.tag === 'ruby-text' && !kinds.includes('ruby-text')) return [];
      const inside = keepTags(piece.inside, kinds);
      return kinds.includes(piece.tag) ? [{ ...piece, inside }] : inside;
    }),
  );

/** The same text with its instants moved. */
export const moveRich = (rich: RichText, move: (at: number) => number): RichText =>
  rich.map((piece) =>
    typeof piece === 'string'
      ? piece
      : {
          ...piece,
          ...(piece.at === undefined ? {} : { at: move(piece.at) }),
          inside: moveRich(piece.inside, move),
        },
  );

/** Takes so many signs off the front of a text, whatever they are marked as. */
export function withoutStart(rich: RichText, signs: number): RichText {
  let left = signs;
  const cut = (pieces: RichText): RichText =>
    pieces.map((piece) => {
      if (typeof piece !== 'string') return { ...piece, inside: cut(piece.inside) };
      const taken = Math.min(left, piece.length);
      left -= taken;
      return piece.slice(taken);
    });
  return tidyRich(cut(rich));
}

/** Spaces and line breaks off both ends of a text. */
export function trimRich(rich: RichText): RichText {
  const tidy = tidyRich(rich);
  return tidyRich(
    tidy.map((piece, at) => {
      if (typeof piece !== 'string') return piece;
      const started = at === 0 ? piece.trimStart() : piece;
      return at === tidy.length - 1 ? started.trimEnd() : started;
    }),
  );
}
