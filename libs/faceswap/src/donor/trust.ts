import type { Distrust } from '@mondwerk/face';

/** Why a head in a frame keeps the face it has. */
export type FaceReason = Distrust | 'no such angle' | 'left as asked';

/** Each reason in a reviewer's words. */
export const FACE_SENTENCES: Readonly<Record<FaceReason, string>> = {
  'too small': 'the face has fewer than 32 pixels between the eyes',
  'turned away': 'the face is turned too far from the camera to be followed',
  blurred: 'the face is too blurred to be followed',
  hidden: 'something is in front of the face',
  'not seen': 'the face was lost in this frame',
  'no such angle': 'the donor footage shows no face near this angle',
  'left as asked': 'a person asked for these frames to be left as they were',
};
