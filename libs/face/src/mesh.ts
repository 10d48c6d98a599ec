// Indices into the 468 points of MediaPipe's face mesh. "Left" and "right" are the picture's, not the person's.

/** Points that speech hardly moves: eye corners, nose, forehead, temples. */
export const STABLE: readonly number[] = [
  33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 2, 98, 327, 10, 338, 109, 297, 67, 127, 356, 234, 454, 8, 9,
];

/** Outer corners of the eyes, left and right: their distance is the unit of every length on a face. */
export const EYE_CORNERS: readonly [number, number] = [33, 263];

/** Pairs whose distances make the lip aperture: the middle of the inner rim and its neighbours. */
export const LIP_GAPS: readonly (readonly [number, number])[] = [
  [82, 87],
  [13, 14],
  [312, 317],
];

/** Where the attention mesh's 80 refined lip points belong: for each rim the lower lip, then the upper one. */
export const REFINED_LIPS: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178,
  87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404,
  320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292,
  183, 42, 41, 38, 12, 268, 271, 272, 407,
];

/** Where the first 16 refined points of the left eye belong. */
export const REFINED_LEFT_EYE: readonly number[] = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173,
];

/** Where the first 16 refined points of the right eye belong. */
export const REFINED_RIGHT_EYE: readonly number[] = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398,
];
