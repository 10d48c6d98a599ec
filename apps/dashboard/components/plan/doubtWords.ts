/** Why it may be wrong whose mouth says a line. */
export interface Doubt {
  readonly why: 'doubt-moved' | 'doubt-alike' | 'doubt-free' | 'doubt-other';
  /** How many faces there were, where that is told. */
  readonly faces: number;
}

/** Who is away or not seen at all is why a line is left out, and no doubt. */
const NOBODY = /^(no face is|the performer of this line is|the one face on the screen says)/;

/** Understands the doubt that a plan tells of who says a line, in a sentence; `null` where there is none. */
export function doubtOf(sentence: string | null): Doubt | null {
  if (sentence === null || NOBODY.test(sentence)) return null;
  const moved = /^of (\d+) faces, the one whose mouth moved most/.exec(sentence);
  if (moved !== null) return { why: 'doubt-moved', faces: Number(moved[1]) };
  const alike = /^(\d+) faces move their mouths alike/.exec(sentence);
  if (alike !== null) return { why: 'doubt-alike', faces: Number(alike[1]) };
  const free = sentence.startsWith('the likelier face says another line');
  return { why: free ? 'doubt-free' : 'doubt-other', faces: 0 };
}
