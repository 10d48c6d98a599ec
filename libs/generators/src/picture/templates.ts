/**
 * Where networks want five points of a face: the eyes’ middles left and right in the picture, the tip of the nose, the corners of
 * the mouth. As fractions of the square’s side, counted as OpenCV counts: 0 is the middle of the first pixel.
 */
export const TEMPLATES = {
  /** InsightFace’s ArcFace, 112 pixels. */
  arcface112: [
    [0.34191607, 0.46157411],
    [0.65653393, 0.45983393],
    [0.500225, 0.64050536],
    [0.37097589, 0.82469196],
    [0.63151696, 0.82325089],
  ],
  /** The same, set into 128 pixels with 8 on each side and the foot: inswapper. */
  arcface128: [
    [0.36167656, 0.40387734],
    [0.63696719, 0.40235469],
    [0.50019687, 0.56044219],
    [0.38710391, 0.72160547],
    [0.61507734, 0.72034453],
  ],
  /** DeepFaceLab’s whole face. */
  dflWholeFace: [
    [0.35342266, 0.39285716],
    [0.62797622, 0.39285716],
    [0.48660713, 0.5401786],
    [0.38839287, 0.68750011],
    [0.59821427, 0.68750011],
  ],
  /** FFHQ’s alignment at 512 pixels: restorers, EdTalk. */
  ffhq512: [
    [0.37691676, 0.46864664],
    [0.62285697, 0.46912813],
    [0.50123859, 0.61331904],
    [0.39308822, 0.725411],
    [0.61150205, 0.72490465],
  ],
  /** MTCNN’s points at 512 pixels: hififace. */
  mtcnn512: [
    [0.36562865, 0.46733799],
    [0.63305391, 0.46585885],
    [0.50019127, 0.61942959],
    [0.39032951, 0.77598822],
    [0.61178945, 0.77476328],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [number, number])[]>>;

/** One of the alignments that networks were trained with. */
export type TemplateName = keyof typeof TEMPLATES;
