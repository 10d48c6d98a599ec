import type { GraphBuilder, Value } from '../graphBuilder.ts';
import type { TfNode } from '../tfGraph.ts';

/** Adds the ONNX nodes that do what one TensorFlow node does, and returns their result. */
export type Operator = (node: TfNode, build: GraphBuilder) => Value;

/** A result with channels first. */
export const channelsFirst = (name: string): Value => ({ name, layout: 'channelsFirst' });

/** A result laid out as TensorFlow does. */
export const asTensorFlow = (name: string): Value => ({ name, layout: 'asTensorFlow' });

/** An axis counted from the front. */
export const frontAxis = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);
