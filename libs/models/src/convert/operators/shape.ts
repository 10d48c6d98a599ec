import { integerOf } from '../tfGraph.ts';
import { asTensorFlow, frontAxis, type Operator } from './operator.ts';

const FAR = 2 ** 31 - 1;
const CHANNELS = 3;

const reshape: Operator = (node, build) =>
  asTensorFlow(
    build.node('Reshape', [
      build.operand(node.inputs[0], 'asTensorFlow'),
      build.integers(build.shapeOf(node.name)),
    ]),
  );

const transpose: Operator = (node, build) =>
  asTensorFlow(
    build.node('Transpose', [build.operand(node.inputs[0], 'asTensorFlow')], {
      perm: build.integersOf(node.inputs[1]),
    }),
  );

/** Joins tensors; pictures that already have their channels first are joined as they are along the channels. */
const concat: Operator = (node, build) => {
  const parts = node.inputs.slice(0, -1);
  const rank = build.shapeOf(node.name).length;
  const axis = frontAxis(build.integersOf(node.inputs.at(-1)!)[0], rank);
  const joined = rank === 4 && axis === CHANNELS && parts.every((name) => build.isChannelsFirst(name));
  const layout = joined ? 'channelsFirst' : 'asTensorFlow';
  const operands = parts.map((name) => build.operand(name, layout));
  return { name: build.node('Concat', operands, { axis: joined ? 1 : axis }), layout };
};

/** Slices with begin and end masks; the masks that change the number of axes are not used by our models. */
const stridedSlice: Operator = (node, build) => {
  if (['shrink_axis_mask', 'new_axis_mask', 'ellipsis_mask'].some((mask) => integerOf(node, mask) !== 0)) {
    throw new Error(`${node.name} changes the number of axes`);
  }
  const [begin, end, strides] = node.inputs.slice(1).map((name) => build.integersOf(name));
  if (strides.some((step) => step <= 0)) throw new Error(`${node.name} runs backwards`);
  const masked = (mask: string, axis: number): boolean => ((integerOf(node, mask) >> axis) & 1) === 1;
  const starts = begin.map((at, axis) => (masked('begin_mask', axis) ? 0 : at));
  const ends = end.map((at, axis) => (masked('end_mask', axis) ? FAR : at));
  const axes = begin.map((_, axis) => axis);
  const numbers = [starts, ends, axes, strides].map((list) => build.integers(list));
  return asTensorFlow(build.node('Slice', [build.operand(node.inputs[0], 'asTensorFlow'), ...numbers]));
};

const gather: Operator = (node, build) => {
  const [data, indices, axis] = node.inputs;
  return asTensorFlow(
    build.node('Gather', [build.operand(data, 'asTensorFlow'), build.operand(indices, 'asTensorFlow')], {
      axis: axis ? build.integersOf(axis)[0] : 0,
    }),
  );
};

/** Indices are clamped: onnxruntime throws on one outside the tensor, which TensorFlow.js lets pass. */
const gatherNd: Operator = (node, build) => {
  const [data, indices] = node.inputs;
  const depth = build.shapeOf(indices).at(-1)!;
  const last = build
    .shapeOf(data)
    .slice(0, depth)
    .map((size) => size - 1);
  const capped = build.node('Min', [build.operand(indices, 'asTensorFlow'), build.integers(last)]);
  const clamped = build.node('Max', [capped, build.integers([0])]);
  return asTensorFlow(build.node('GatherND', [build.operand(data, 'asTensorFlow'), clamped]));
};

const same: Operator = (node, build) => asTensorFlow(build.operand(node.inputs[0], 'asTensorFlow'));

/** Operations that move numbers without changing them. */
export const shapeOperators: Readonly<Record<string, Operator>> = {
  Reshape: reshape,
  Transpose: transpose,
  ConcatV2: concat,
  StridedSlice: stridedSlice,
  GatherV2: gather,
  GatherNd: gatherNd,
  Identity: same,
};
