/** Why it may be wrong whose mouth says a line. */
export interface Doubt {
  readonly reason: 'moved-most' | 'alike' | 'free-face' | 'no-face' | 'away' | 'busy' | 'other';
  /** How many faces there were, where that is told. */
  readonly faces: number;
}

/** How the plan tells its doubts, which are sentences for people. */
const SENTENCES: readonly (readonly [RegExp, Doubt['reason']])[] = [
  [/^of (\d+) faces, the one whose mouth moved most/, 'moved-most'],
  [/^(\d+) faces move their mouths alike/, 'alike'],
  [/^the likelier face says another line/, 'free-face'],
  [/^no face is (on the screen|seen to move)/, 'no-face'],
  [/^the one face on the screen says another line/, 'busy'],
  [/^the performer of this line is not on the screen/, 'away'],
];

/** Understands the doubt that a plan tells of a line. */
export function doubtOf(sentence: string): Doubt {
  for (const [pattern, reason] of SENTENCES) {
    const match = pattern.exec(sentence);
    if (match !== null) return { reason, faces: Number(match[1] ?? 0) };
  }
  return { reason: 'other', faces: 0 };
}

/** Whether a doubt is about which of several faces says a line. */
export const isBetweenFaces = (sentence: string): boolean =>
  ['moved-most', 'alike', 'free-face', 'other'].includes(doubtOf(sentence).reason);
