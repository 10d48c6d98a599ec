/** Linear light, 0..1, red, green, blue. */
export type Colour = readonly [number, number, number];

/** How a head differs from the plain one; lengths are centimetres, factors are about 1. */
export interface HeadForm {
  readonly width: number;
  readonly jawWidth: number;
  readonly chinLength: number;
  readonly chinForward: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly noseHeight: number;
  readonly brow: number;
  /** How high eyebrows lie above their usual place, how deep eyes lie, and how deep the folds beside the nose are. */
  readonly browHeight: number;
  readonly socket: number;
  readonly fold: number;
  readonly cheekbone: number;
  readonly eyeSize: number;
  readonly eyeTilt: number;
  readonly mouthWidth: number;
  readonly upperLip: number;
  readonly lowerLip: number;
  readonly neckWidth: number;
}

/** How much beard shadow and how many freckles are on skin, 0..1. */
export type SkinDetail = Readonly<Record<'stubble' | 'freckles', number>>;

/** One invented person: form, colours, hair. */
export interface PerformerLook {
  readonly name: string;
  readonly form: HeadForm;
  readonly skin: Colour;
  readonly blush: Colour;
  readonly lips: Colour;
  readonly iris: Colour;
  readonly hair: Colour;
  readonly browHair: Colour;
  readonly shirt: Colour;
  readonly wall: readonly [Colour, Colour];
  readonly hairStyle: 'short' | 'long';
  /** How heavy the eyebrows and lashes are, and how much beard shadow there is, 0..1. */
  readonly browWeight: number;
  readonly lashes: number;
  readonly stubble: number;
  readonly freckles: number;
  /** Beard shadow and freckles beyond a face that is worn by another head; the face's own when left out. */
  readonly beyondFace?: SkinDetail;
}

const plain: HeadForm = {
  width: 1,
  jawWidth: 1,
  chinLength: 0,
  chinForward: 0,
  noseLength: 0,
  noseWidth: 1,
  noseHeight: 1,
  brow: 1,
  browHeight: 0,
  socket: 1,
  fold: 1,
  cheekbone: 1,
  eyeSize: 1,
  eyeTilt: 0.12,
  mouthWidth: 2.5,
  upperLip: 1,
  lowerLip: 1,
  neckWidth: 1,
};

/** The invented people by name. None of them is, or is modelled on, a real person. */
export const performers = {
  mira: {
    name: 'mira',
    form: {
      ...plain,
      jawWidth: 1.03,
      chinLength: -0.45,
      noseLength: -0.25,
      brow: 0.6,
      noseWidth: 0.9,
      noseHeight: 0.9,
      eyeSize: 1.25,
      neckWidth: 0.9,
    },
    skin: [0.58, 0.325, 0.225],
    blush: [0.7, 0.25, 0.19],
    lips: [0.4, 0.115, 0.105],
    iris: [0.1, 0.16, 0.13],
    hair: [0.055, 0.026, 0.014],
    browHair: [0.05, 0.026, 0.016],
    shirt: [0.035, 0.075, 0.1],
    wall: [
      [0.16, 0.19, 0.21],
      [0.3, 0.24, 0.17],
    ],
    hairStyle: 'long',
    browWeight: 0.75,
    lashes: 1,
    stubble: 0,
    freckles: 0.7,
  },
  anton: {
    name: 'anton',
    form: {
      ...plain,
      width: 1.02,
      jawWidth: 1.1,
      chinLength: 0.35,
      chinForward: 0.2,
      noseLength: 0.15,
      noseWidth: 1.12,
      noseHeight: 1.1,
      brow: 1.5,
      eyeSize: 0.95,
      eyeTilt: 0.02,
      mouthWidth: 2.62,
      upperLip: 0.82,
      lowerLip: 0.88,
      neckWidth: 1.12,
    },
    skin: [0.36, 0.185, 0.115],
    blush: [0.36, 0.13, 0.09],
    lips: [0.3, 0.11, 0.09],
    iris: [0.1, 0.05, 0.02],
    hair: [0.012, 0.01, 0.009],
    browHair: [0.014, 0.011, 0.01],
    shirt: [0.2, 0.18, 0.15],
    wall: [
      [0.2, 0.21, 0.18],
      [0.1, 0.13, 0.18],
    ],
    hairStyle: 'short',
    browWeight: 1.15,
    lashes: 0.5,
    stubble: 0.5,
    freckles: 0.1,
  },
  elias: {
    name: 'elias',
    form: {
      ...plain,
      width: 1.1,
      jawWidth: 1.2,
      chinLength: 0.6,
      chinForward: 0.2,
      noseLength: 0.4,
      noseWidth: 1.4,
      noseHeight: 1.35,
      brow: 2.2,
      eyeSize: 0.75,
      eyeTilt: 0.02,
      mouthWidth: 2.8,
      upperLip: 0.82,
      lowerLip: 0.88,
      neckWidth: 1.12,
    },
    skin: [0.22, 0.11, 0.07],
    blush: [0.2, 0.08, 0.06],
    lips: [0.2, 0.08, 0.065],
    iris: [0.1, 0.05, 0.02],
    hair: [0.5, 0.5, 0.48],
    browHair: [0.4, 0.4, 0.38],
    shirt: [0.03, 0.04, 0.09],
    wall: [
      [0.2, 0.21, 0.18],
      [0.1, 0.13, 0.18],
    ],
    hairStyle: 'short',
    browWeight: 1.4,
    lashes: 0.5,
    stubble: 1,
    freckles: 0.1,
  },
  ida: {
    name: 'ida',
    form: {
      ...plain,
      width: 0.93,
      chinLength: -0.5,
      chinForward: 0.2,
      noseLength: -0.4,
      noseWidth: 0.7,
      noseHeight: 0.7,
      brow: 1.6,
      browHeight: 0.4,
      socket: 1.28,
      fold: 0.4,
      cheekbone: 1.07,
      eyeSize: 1.35,
      eyeTilt: -0.09,
      mouthWidth: 2.8,
      upperLip: 0.85,
      lowerLip: 1.25,
      neckWidth: 1.08,
    },
    skin: [0.55, 0.32, 0.22],
    blush: [0.64, 0.25, 0.18],
    lips: [0.4, 0.115, 0.105],
    iris: [0.1, 0.16, 0.13],
    hair: [0.14, 0.075, 0.035],
    browHair: [0.26, 0.17, 0.085],
    shirt: [0.1, 0.035, 0.045],
    wall: [
      [0.2, 0.18, 0.15],
      [0.12, 0.17, 0.19],
    ],
    hairStyle: 'long',
    browWeight: 0.45,
    lashes: 1.05,
    stubble: 0,
    freckles: 0.42,
  },
  bruno: {
    name: 'bruno',
    form: {
      ...plain,
      width: 0.93,
      jawWidth: 1.16,
      chinLength: -0.3,
      chinForward: 0.24,
      noseLength: 0.8,
      noseWidth: 1.08,
      noseHeight: 1.5,
      brow: 0.4,
      browHeight: -0.3,
      socket: 1.44,
      fold: 2,
      cheekbone: 0.78,
      eyeSize: 0.65,
      eyeTilt: -0.1,
      mouthWidth: 2.25,
      upperLip: 1.2,
      lowerLip: 1.07,
      neckWidth: 0.92,
    },
    skin: [0.47, 0.26, 0.175],
    blush: [0.52, 0.2, 0.145],
    lips: [0.34, 0.115, 0.095],
    iris: [0.1, 0.05, 0.02],
    hair: [0.02, 0.015, 0.012],
    browHair: [0.016, 0.012, 0.01],
    shirt: [0.03, 0.05, 0.04],
    wall: [
      [0.24, 0.22, 0.19],
      [0.14, 0.13, 0.15],
    ],
    hairStyle: 'short',
    browWeight: 1.45,
    lashes: 0.52,
    stubble: 1.2,
    freckles: 0.11,
  },
} as const satisfies Record<string, PerformerLook>;

/** The name of an invented person. */
export type PerformerName = keyof typeof performers;
