import type { ObservedTensor } from './observe.ts';
import type { OnnxAttribute, OnnxConstant, OnnxNode } from './onnxFile.ts';
import { permute } from './permute.ts';
import type { Constant } from './weights.ts';

/** TensorFlow keeps channels last, ONNX convolutions want them first; only 4-D tensors are ever `channelsFirst`. */
export type Layout = 'asTensorFlow' | 'channelsFirst';

/** A tensor that the ONNX graph computes. */
export interface Value {
  readonly name: string;
  readonly layout: Layout;
}

const TO_CHANNELS_FIRST = [0, 3, 1, 2];
const TO_TENSORFLOW = [0, 2, 3, 1];

/** Collects the nodes and constants of an ONNX graph while a TensorFlow graph is walked. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly constants: OnnxConstant[] = [];
  readonly #tfConstants: ReadonlyMap<string, Constant>;
  readonly #observed: ReadonlyMap<string, ObservedTensor>;
  readonly #values = new Map<string, Value>();
  readonly #turned = new Map<string, string>();

  constructor(tfConstants: ReadonlyMap<string, Constant>, observed: ReadonlyMap<string, ObservedTensor>) {
    this.#tfConstants = tfConstants;
    this.#observed = observed;
  }

  /** Says which ONNX tensor stands for a TensorFlow tensor. */
  define(tfName: string, value: Value): void {
    this.#values.set(tfName, value);
  }

  /** Adds a node and returns the name of its output. */
  node(operator: string, inputs: readonly string[], attributes: Record<string, OnnxAttribute> = {}): string {
    const output = `${operator}_${this.nodes.length}`;
    this.nodes.push({ operator, inputs, output, attributes });
    return output;
  }

  /** Adds a float constant and returns its name. */
  floats(data: Float32Array, shape: readonly number[]): string {
    return this.#constant(data, shape);
  }

  /** Adds an int64 constant and returns its name. */
  integers(data: ArrayLike<number>, shape: readonly number[] = [data.length]): string {
    return this.#constant(BigInt64Array.from(Array.from(data), BigInt), shape);
  }

  /** The TensorFlow constant of that name. @throws Error when it is computed at run time. */
  constant(tfName: string): Constant {
    const constant = this.#tfConstants.get(tfName);
    if (!constant) throw new Error(`${tfName} is not a constant`);
    return constant;
  }

  /** The whole numbers in a constant. */
  integersOf(tfName: string): number[] {
    return Array.from(this.constant(tfName).data);
  }

  /** The shape of a tensor in TensorFlow's order of axes. */
  shapeOf(tfName: string): readonly number[] {
    return this.#tfConstants.get(tfName)?.shape ?? this.#observedTensor(tfName).shape;
  }

  /** Whether TensorFlow computes this tensor in floats or in whole numbers. */
  typeOf(tfName: string): 'float32' | 'int32' {
    return this.#observedTensor(tfName).type;
  }

  /** Whether a tensor is known before anything runs. */
  isConstant(tfName: string): boolean {
    return this.#tfConstants.has(tfName);
  }

  /** Whether a tensor lies with its channels first in the ONNX graph. */
  isChannelsFirst(tfName: string): boolean {
    return this.#values.get(tfName)?.layout === 'channelsFirst';
  }

  /** The ONNX name of a tensor in the wanted layout, turned there if need be. */
  operand(tfName: string, layout: Layout): string {
    const constant = this.#tfConstants.get(tfName);
    if (constant) return this.#constantOperand(constant, layout);
    const value = this.#values.get(tfName);
    if (!value) throw new Error(`${tfName} is used before it is made`);
    return value.layout === layout ? value.name : this.#turn(value.name, layout);
  }

  #turn(name: string, layout: Layout): string {
    const known = this.#turned.get(name);
    if (known) return known;
    const perm = layout === 'channelsFirst' ? TO_CHANNELS_FIRST : TO_TENSORFLOW;
    const turned = this.node('Transpose', [name], { perm });
    this.#turned.set(name, turned);
    return turned;
  }

  #constantOperand({ data, shape }: Constant, layout: Layout): string {
    if (data instanceof Int32Array) return this.integers(data, shape);
    if (layout === 'asTensorFlow') return this.floats(data, shape);
    const full = [...Array<number>(4 - shape.length).fill(1), ...shape];
    const turned = permute(data, full, TO_CHANNELS_FIRST);
    return this.floats(turned.data, turned.shape);
  }

  #constant(data: Float32Array | BigInt64Array, shape: readonly number[]): string {
    const name = `constant_${this.constants.length}`;
    this.constants.push({ name, shape, data });
    return name;
  }

  #observedTensor(tfName: string): ObservedTensor {
    const tensor = this.#observed.get(tfName);
    if (!tensor) throw new Error(`TensorFlow.js did not compute ${tfName}`);
    return tensor;
  }
}
