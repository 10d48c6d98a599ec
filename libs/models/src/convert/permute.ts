/** Reorders the axes of a dense tensor: axis `order[i]` of the input becomes axis `i` of the result. */
export function permute(
  data: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): { data: Float32Array; shape: number[] } {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const newShape = order.map((axis) => shape[axis]);
  const newStrides = order.map((axis) => strides[axis]);
  const result = new Float32Array(data.length);
  const index = newShape.map(() => 0);
  for (let at = 0; at < result.length; at++) {
    result[at] = data[index.reduce((from, i, axis) => from + i * newStrides[axis], 0)];
    for (let axis = index.length - 1; axis >= 0 && ++index[axis] === newShape[axis]; axis--) index[axis] = 0;
  }
  return { data: result, shape: newShape };
}
