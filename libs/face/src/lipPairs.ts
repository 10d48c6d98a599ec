/** Upper and lower inner-lip points that meet when the mouth shuts, corner to corner. */
export const LIP_PAIRS: readonly (readonly [upper: number, lower: number])[] = [
  [191, 95],
  [80, 88],
  [81, 178],
  [82, 87],
  [13, 14],
  [312, 317],
  [311, 402],
  [310, 318],
  [415, 324],
];

/** The inner ring of the lips and those round it, from the inside out: upper and lower point of each pair. */
export const LIP_RING_PAIRS: readonly (readonly (readonly [upper: number, lower: number])[])[] = [
  LIP_PAIRS,
  [
    [183, 96],
    [42, 89],
    [41, 179],
    [38, 86],
    [12, 15],
    [268, 316],
    [271, 403],
    [272, 319],
    [407, 325],
  ],
  [
    [184, 77],
    [74, 90],
    [73, 180],
    [72, 85],
    [11, 16],
    [302, 315],
    [303, 404],
    [304, 320],
    [408, 307],
  ],
  [
    [185, 146],
    [40, 91],
    [39, 181],
    [37, 84],
    [0, 17],
    [267, 314],
    [269, 405],
    [270, 321],
    [409, 375],
  ],
];
