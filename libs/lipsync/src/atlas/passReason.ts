import type { Distrust } from '@mondwerk/face';

/** Why a mouth in a frame is left as it is. */
export type PassReason = Distrust | 'left as asked' | 'fits already';

/** Each reason in a reviewer's words. */
export const PASS_SENTENCES: Readonly<Record<PassReason, string>> = {
  'too small': 'the face has fewer than 32 pixels between the eyes',
  'turned away': 'the face is turned too far from the camera for its mouth to be followed',
  blurred: 'the mouth is too blurred to be followed',
  hidden: 'something is in front of the mouth',
  'not seen': 'the face was lost in this frame',
  'left as asked': 'a person asked for these frames to be left as they were',
  'fits already': 'the old mouth says the line nearly as it is, and such lines are left alone',
};
