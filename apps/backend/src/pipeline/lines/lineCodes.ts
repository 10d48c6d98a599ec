import { lineProblems as soundProblems } from '@mondwerk/speech';

/** Why a line gets no new mouth anywhere, each in a sentence. */
export const LEFT_OUT = {
  'not-heard': 'the voice has no sound for it',
  'off-screen': 'it is said by nobody who is seen, as people decided',
  'no-face': 'no face is on the screen while it is heard',
  'performer-away': 'the performer who says it is not on the screen meanwhile',
  'mouth-busy': 'the one face on the screen says another line meanwhile',
  'left-as-asked': 'people asked for these frames to be left as they were',
  'fits-already': 'the old mouth says it nearly as it is, and such lines are left alone',
  'nothing-trusted': 'the mouth cannot be followed in any of its frames',
} as const;

/** Why a line gets no new mouth anywhere. */
export type LeftOut = keyof typeof LEFT_OUT;

/** What shows most that an old mouth says something else than a new line, each in a sentence. */
export const MISMATCHES = {
  fits: 'the old mouth says it nearly as it is',
  'lips-open': 'the old lips stay open where a sound needs them closed or at the teeth',
  'not-round': 'the old lips stay wide where a sound needs them round',
  'too-early': 'the old mouth says it, but too early',
  'too-late': 'the old mouth says it, but too late',
  'too-closed': 'the old mouth is less open than the line needs',
  'too-open': 'the old mouth is open further than the line needs',
} as const;

/** What shows most that an old mouth says something else than a new line. */
export type MismatchReason = keyof typeof MISMATCHES;

/** What does not fit between a line and its voice, each in a sentence, the worst first. */
export const LINE_PROBLEMS = {
  ...soundProblems,
  overlaps:
    'Another line is said at the same time in the same file of the voice: give each character a file.',
  'off-time': 'This line is heard more than half a second off its time in the script: put its times right.',
} as const;

/** What does not fit between a line and its voice. */
export type LineProblem = keyof typeof LINE_PROBLEMS;
