import type { GraphBuilder } from '../graphBuilder.ts';
import { flagOf } from '../tfGraph.ts';
import { applyFused } from './convolution.ts';
import { asTensorFlow, frontAxis, type Operator } from './operator.ts';

const ONNX_FLOAT = 1;
const ONNX_INT64 = 7;

/** Channels first when every computed operand is a picture and one of them already is so. */
const commonLayout = (inputs: readonly string[], build: GraphBuilder) => {
  const computed = inputs.filter((name) => !build.isConstant(name));
  const pictures = computed.every((name) => build.shapeOf(name).length === 4);
  return pictures && computed.some((name) => build.isChannelsFirst(name)) ? 'channelsFirst' : 'asTensorFlow';
};

/** An operation on equal positions of any number of tensors, the smaller ones repeated as numpy does. */
const elementwise =
  (operator: string): Operator =>
  (node, build) => {
    const layout = commonLayout(node.inputs, build);
    return {
      name: build.node(
        operator,
        node.inputs.map((name) => build.operand(name, layout)),
      ),
      layout,
    };
  };

const square: Operator = (node, build) =>
  elementwise('Mul')({ ...node, inputs: [node.inputs[0], node.inputs[0]] }, build);

const reciprocalRoot: Operator = (node, build) => {
  const root = elementwise('Sqrt')(node, build);
  return { ...root, name: build.node('Reciprocal', [root.name]) };
};

const cast: Operator = (node, build) => {
  const layout = commonLayout(node.inputs, build);
  const to = build.typeOf(node.name) === 'int32' ? ONNX_INT64 : ONNX_FLOAT;
  return { name: build.node('Cast', [build.operand(node.inputs[0], layout)], { to }), layout };
};

/** Sum, Max, Mean … over some axes; only ReduceSum takes its axes as an input in this operator set. */
const reduce =
  (operator: string): Operator =>
  (node, build) => {
    const rank = build.shapeOf(node.inputs[0]).length;
    const axes = build.integersOf(node.inputs[1]).map((axis) => frontAxis(axis, rank));
    const input = build.operand(node.inputs[0], 'asTensorFlow');
    const keepdims = flagOf(node, 'keep_dims') ? 1 : 0;
    return asTensorFlow(
      operator === 'ReduceSum'
        ? build.node(operator, [input, build.integers(axes)], { keepdims })
        : build.node(operator, [input], { axes, keepdims }),
    );
  };

const fusedMatMul: Operator = (node, build) => {
  const operands = node.inputs.slice(0, 3).map((name) => build.operand(name, 'asTensorFlow'));
  const product = build.node('Gemm', operands, {
    transA: flagOf(node, 'transpose_a') ? 1 : 0,
    transB: flagOf(node, 'transpose_b') ? 1 : 0,
  });
  return asTensorFlow(applyFused(node, build, product));
};

/** Matrix products, in floats even for whole numbers: onnxruntime multiplies no int64 matrices on every device. */
const batchMatMul: Operator = (node, build) => {
  const whole = build.typeOf(node.name) === 'int32';
  const operands = node.inputs.map((name, index) => {
    const plain = build.operand(name, 'asTensorFlow');
    const float = whole ? build.node('Cast', [plain], { to: ONNX_FLOAT }) : plain;
    if (!flagOf(node, index === 0 ? 'adj_x' : 'adj_y')) return float;
    const perm = build.shapeOf(name).map((_, axis) => axis);
    return build.node('Transpose', [float], { perm: [...perm.slice(0, -2), perm.at(-1)!, perm.at(-2)!] });
  });
  const product = build.node('MatMul', operands);
  return asTensorFlow(whole ? build.node('Cast', [product], { to: ONNX_INT64 }) : product);
};

const softmax: Operator = (node, build) =>
  asTensorFlow(build.node('Softmax', [build.operand(node.inputs[0], 'asTensorFlow')], { axis: -1 }));

/** Operations on numbers. */
export const arithmeticOperators: Readonly<Record<string, Operator>> = {
  Add: elementwise('Add'),
  AddV2: elementwise('Add'),
  AddN: elementwise('Sum'),
  Sub: elementwise('Sub'),
  Mul: elementwise('Mul'),
  Maximum: elementwise('Max'),
  Minimum: elementwise('Min'),
  Relu: elementwise('Relu'),
  Sigmoid: elementwise('Sigmoid'),
  Floor: elementwise('Floor'),
  Square: square,
  Rsqrt: reciprocalRoot,
  Cast: cast,
  Sum: reduce('ReduceSum'),
  Max: reduce('ReduceMax'),
  Min: reduce('ReduceMin'),
  Prod: reduce('ReduceProd'),
  Mean: reduce('ReduceMean'),
  _FusedMatMul: fusedMatMul,
  BatchMatMulV2: batchMatMul,
  Softmax: softmax,
};
