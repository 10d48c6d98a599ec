import type { FloatTensor } from '@mondwerk/models';
import type { GeneratorCard } from '../cards/generatorCard.ts';
import type { Form, FormName } from '../forms/forms.ts';
import type { Square } from '../picture/squareOf.ts';

/** What a generator is told beside the face that it changes. */
export interface Condition {
  /** Whose face shall be made, as `FaceGenerator.identify` says it: swappers that make any face need it. */
  readonly identity?: Float32Array;
  /** The window of sound to be spoken, 80 × 16 (`soundWindow`): lips need it. */
  readonly sound?: FloatTensor;
  /** How far a DFM file that can morph goes to the performer, 0..1; 1 when left out. */
  readonly morph?: number;
  /** How much lips or a restorer do, 0..1, where the network takes it; 0.5 when left out. */
  readonly weight?: number;
}

/** What a generator makes of a square. */
export interface GeneratedSquare {
  readonly picture: Square;
  /** Where the network says that the face is, one number a pixel, 0..1; left out where it does not say. */
  readonly mask?: Float32Array;
}

/** A network that somebody brought, whatever its form, behind one port: prepare → run → restore. */
export interface FaceGenerator {
  readonly card: GeneratorCard;
  readonly kind: 'swapper' | 'lips' | 'restorer';
  readonly form: Form & { readonly name: FormName };
  /** Pixels along the side of the square that it sees. */
  readonly size: number;
  /** Whether it must be told whose face to make. */
  readonly wantsIdentity: boolean;
  /** ArcFace’s description of a face (`FaceEmbedder.describe`), as this network wants it. */
  identify(embedding: Float32Array): Promise<Float32Array>;
  /** The tensors for a square of its own size. @throws RangeError when something is missing that it needs. */
  prepare(square: Square, condition: Condition): Readonly<Record<string, FloatTensor>>;
  run(tensors: Readonly<Record<string, FloatTensor>>): Promise<Readonly<Record<string, FloatTensor>>>;
  /** What it made. @throws RangeError when the tensors have another size than the file said. */
  restore(tensors: Readonly<Record<string, FloatTensor>>): GeneratedSquare;
  close(): Promise<void>;
}

/** Describes whose face a picture shows, for swappers (ArcFace). */
export interface FaceEmbedder {
  readonly card: GeneratorCard;
  readonly size: number;
  readonly form: Form;
  /** 512 numbers, as the network gives them. */
  describe(square: Square): Promise<Float32Array>;
  close(): Promise<void>;
}
