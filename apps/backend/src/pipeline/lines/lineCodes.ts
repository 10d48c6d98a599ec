/** Why a line gets no new mouth anywhere, each in a sentence. */
export const LEFT_OUT = {
  'not-heard': 'the voice has no sound for it',
  'off-screen': 'it is said by nobody who is seen, as people decided',
  'no-face': 'no face is on the screen while it is heard',
  'performer-away': 'the performer who says it is not on the screen meanwhile',
  'left-as-asked': 'people asked for these frames to be left as they were',
  'nothing-trusted': 'the mouth cannot be followed in any of its frames',
} as const;

/** Why a line gets no new mouth anywhere. */
export type LeftOut = keyof typeof LEFT_OUT;

/** What shows most that an old mouth says something else than a new line, each in a sentence. */
export const MISMATCHES = {
  fits: 'the old mouth says it nearly as it is',
  'lips-open': 'the old lips stay open where a sound needs them closed or at the teeth',
  'too-closed': 'the old mouth is less open than the line needs',
  'too-open': 'the old mouth is open further than the line needs',
} as const;

/** What shows most that an old mouth says something else than a new line. */
export type MismatchReason = keyof typeof MISMATCHES;
