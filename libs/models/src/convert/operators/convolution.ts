import type { GraphBuilder } from '../graphBuilder.ts';
import { permute } from '../permute.ts';
import { integersOf, textOf, textsOf, type TfNode } from '../tfGraph.ts';
import { channelsFirst, type Operator } from './operator.ts';

type Activation = (value: string, node: TfNode, build: GraphBuilder) => string;

const activations: Readonly<Record<string, Activation>> = {
  Relu: (value, _node, build) => build.node('Relu', [value]),
  // TensorFlow hands the slope over as the last operand.
  Prelu: (value, node, build) => build.node('PRelu', [value, slopeByChannel(node.inputs.at(-1)!, build)]),
};

/** Applies the activations that TensorFlow fused into a node. @throws Error on one that our models do not use. */
export function applyFused(node: TfNode, build: GraphBuilder, result: string): string {
  return textsOf(node, 'fused_ops')
    .filter((name) => name !== 'BiasAdd')
    .reduce((value, name) => {
      if (!activations[name]) throw new Error(`${node.name} has ${name} fused into it`);
      return activations[name](value, node, build);
    }, result);
}

/** The slopes of a PReLU, one a channel. @throws Error when there is one for each pixel. */
function slopeByChannel(tfName: string, build: GraphBuilder): string {
  const { data, shape } = build.constant(tfName);
  if (shape.at(-1) !== data.length) throw new Error(`${tfName} has a slope for each pixel`);
  return build.floats(data as Float32Array, [data.length, 1, 1]);
}

/**
 * Padding as ONNX writes it (all starts, then all ends). TensorFlow's SAME puts the odd pixel at the end.
 */
function padding(node: TfNode, input: readonly number[], kernel: number[], strides: number[]): number[] {
  if (textOf(node, 'padding') === 'VALID') return [0, 0, 0, 0];
  const totals = kernel.map((size, axis) => {
    const steps = Math.ceil(input[axis + 1] / strides[axis]);
    return Math.max((steps - 1) * strides[axis] + size - input[axis + 1], 0);
  });
  const starts = totals.map((total) => total >> 1);
  return [...starts, ...totals.map((total, axis) => total - starts[axis])];
}

function geometry(node: TfNode, build: GraphBuilder, kernel: number[]) {
  const strides = integersOf(node, 'strides').slice(1, 3);
  if (integersOf(node, 'dilations').some((step) => step !== 1)) throw new Error(`${node.name} is dilated`);
  return {
    kernel_shape: kernel,
    strides,
    pads: padding(node, build.shapeOf(node.inputs[0]), kernel, strides),
  };
}

/** Conv2D and DepthwiseConv2dNative, with the bias and activation that may be fused into them. */
const convolution =
  (depthwise: boolean): Operator =>
  (node, build) => {
    const [input, kernelName, biasName] = node.inputs;
    const kernel = build.constant(kernelName);
    const [height, width, inputChannels, multiplier] = kernel.shape;
    const turned = permute(
      kernel.data as Float32Array,
      kernel.shape,
      depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1],
    );
    const shape = depthwise ? [inputChannels * multiplier, 1, height, width] : turned.shape;
    const operands = [build.operand(input, 'channelsFirst'), build.floats(turned.data, shape)];
    if (textsOf(node, 'fused_ops').includes('BiasAdd')) {
      const bias = build.constant(biasName);
      operands.push(build.floats(bias.data as Float32Array, [bias.data.length]));
    }
    const attributes = { ...geometry(node, build, [height, width]), group: depthwise ? inputChannels : 1 };
    return channelsFirst(applyFused(node, build, build.node('Conv', operands, attributes)));
  };

const maxPool: Operator = (node, build) =>
  channelsFirst(
    build.node(
      'MaxPool',
      [build.operand(node.inputs[0], 'channelsFirst')],
      geometry(node, build, integersOf(node, 'ksize').slice(1, 3)),
    ),
  );

/** Pads a 4-D tensor with zeros; TensorFlow lists (before, after) axis by axis. */
const pad: Operator = (node, build) => {
  const amounts = build.integersOf(node.inputs[1]);
  const axes = [0, 3, 1, 2];
  const pads = [...axes.map((axis) => amounts[2 * axis]), ...axes.map((axis) => amounts[2 * axis + 1])];
  const input = build.operand(node.inputs[0], 'channelsFirst');
  return channelsFirst(build.node('Pad', [input, build.integers(pads)], { mode: 'constant' }));
};

const prelu: Operator = (node, build) => {
  const operands = [build.operand(node.inputs[0], 'channelsFirst'), slopeByChannel(node.inputs[1], build)];
  return channelsFirst(build.node('PRelu', operands));
};

/** Operations on pictures. */
export const convolutionOperators: Readonly<Record<string, Operator>> = {
  Conv2D: convolution(false),
  _FusedConv2D: convolution(false),
  DepthwiseConv2dNative: convolution(true),
  MaxPool: maxPool,
  Pad: pad,
  Prelu: prelu,
};
