import type { Framing } from '../picture/placement.ts';

/** The published forms of networks that can be brought. */
export type FormName =
  | 'dfm'
  | 'inswapper-128'
  | 'hififace-256'
  | 'wav2lip-96'
  | 'edtalk-256'
  | 'gfpgan-512'
  | 'arcface-112'
  | 'converter-512';

/** What a network is for: the last two only tell swappers whose face to make. */
export type GeneratorKind = 'swapper' | 'lips' | 'restorer' | 'embedder' | 'converter';

/** What an input or output is for. */
export type Role = 'face' | 'identity' | 'morph' | 'sound' | 'weight' | 'picture' | 'mask' | 'otherMask';

/** What tells an input or output: its name, and the lengths of its axes, `null` any, `size` the square’s side. */
export interface Shape {
  readonly name?: string;
  readonly axes?: readonly (number | 'size' | null)[];
  /** Whether the form has it sometimes only. */
  readonly optional?: true;
}

/** How samples stand in a picture’s tensor. */
export interface Pixels {
  readonly channels: 'first' | 'last';
  readonly order: 'rgb' | 'bgr';
  readonly low: number;
  readonly high: number;
}

/** A form of networks: how files of it are told, and how they take and give pictures. */
export interface Form {
  readonly kind: GeneratorKind;
  /** As people know it. */
  readonly says: string;
  readonly inputs: Partial<Readonly<Record<Role, Shape>>>;
  readonly outputs: Partial<Readonly<Record<Role, Shape>>>;
  /** The square’s side, left out where the file says it. */
  readonly size?: number;
  readonly framing: Framing;
  readonly into: Pixels;
  /** As `into` when left out. */
  readonly from?: Pixels;
  /** Whether a larger square may be cut into interleaved ones, each of which is run by itself. */
  readonly tiles?: true;
  /** Where the window of sound begins, in seconds after the frame does. */
  readonly soundFrom?: number;
}

const RGB = { channels: 'first', order: 'rgb', low: 0, high: 1 } as const;
const SIGNED = { channels: 'first', order: 'rgb', low: -1, high: 1 } as const;
const BGR = { channels: 'first', order: 'bgr', low: 0, high: 1 } as const;

const square = (channels: number): Shape => ({ axes: [1, channels, 'size', 'size'] });
const VECTOR: Shape = { axes: [1, 512] };
const SOUND: Shape = { axes: [1, 1, 80, 16] };

/** What is known of each form. The first that a file fits is the file’s. */
export const FORMS: Readonly<Record<FormName, Form>> = {
  dfm: {
    kind: 'swapper',
    says: 'a DFM file of DeepFaceLive, one performer’s face',
    inputs: {
      face: { name: 'in_face:0', axes: [1, 'size', 'size', 3] },
      morph: { name: 'morph_value:0', optional: true },
    },
    outputs: {
      picture: { name: 'out_celeb_face:0' },
      mask: { name: 'out_celeb_face_mask:0' },
      otherMask: { name: 'out_face_mask:0' },
    },
    framing: 'dflWholeFace',
    into: { channels: 'last', order: 'bgr', low: 0, high: 1 },
  },
  'inswapper-128': {
    kind: 'swapper',
    says: 'a swapper of inswapper’s form, 128 pixels',
    inputs: { face: square(3), identity: VECTOR },
    outputs: { picture: square(3) },
    size: 128,
    framing: 'arcface128',
    into: RGB,
    tiles: true,
  },
  'hififace-256': {
    kind: 'swapper',
    says: 'a swapper of hififace’s form, 256 pixels',
    inputs: { face: square(3), identity: VECTOR },
    outputs: { picture: square(3), mask: { ...square(1), optional: true } },
    size: 256,
    framing: 'mtcnn512',
    into: SIGNED,
    tiles: true,
  },
  'wav2lip-96': {
    kind: 'lips',
    says: 'lips of Wav2Lip’s form, 96 pixels',
    inputs: { sound: SOUND, face: square(6) },
    outputs: { picture: square(3) },
    size: 96,
    framing: 'faceBox',
    into: BGR,
    // As its training cuts it: one frame of 25 before the picture’s own (its inference begins with the frame, and lags).
    soundFrom: -0.04,
  },
  'edtalk-256': {
    kind: 'lips',
    says: 'lips of EdTalk’s form, 256 pixels',
    inputs: { sound: SOUND, face: square(3), weight: { name: 'weight' } },
    outputs: { picture: square(3) },
    size: 256,
    framing: 'ffhq512',
    into: RGB,
    soundFrom: -0.08,
  },
  'gfpgan-512': {
    kind: 'restorer',
    says: 'a face restorer of GFPGAN’s form, 512 pixels',
    inputs: { face: square(3), weight: { name: 'weight', optional: true } },
    outputs: { picture: square(3) },
    size: 512,
    framing: 'ffhq512',
    into: SIGNED,
  },
  'arcface-112': {
    kind: 'embedder',
    says: 'ArcFace, which tells a swapper whose face to make, 112 pixels',
    inputs: { face: square(3) },
    outputs: { identity: VECTOR },
    size: 112,
    framing: 'arcface112',
    into: SIGNED,
  },
  'converter-512': {
    kind: 'converter',
    says: 'a converter from ArcFace’s description of a face to another’s',
    inputs: { identity: VECTOR },
    outputs: { identity: VECTOR },
    size: 0,
    framing: 'arcface112',
    into: RGB,
  },
};

/** The names of all forms. */
export const FORM_NAMES = Object.keys(FORMS) as readonly FormName[];
