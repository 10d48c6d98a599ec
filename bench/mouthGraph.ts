import { GraphBuilder } from '../libs/models/src/convert/graphBuilder.ts';
import { writeOnnx, type OnnxValue } from '../libs/models/src/convert/onnxFile.ts';

/** Samples across and down. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The luma and chroma sizes of a plate, of the part of it that a source fills, of a source, and of the coarse grid. */
export interface MouthSizes {
  readonly plate: readonly [Size, Size];
  readonly inner: readonly [Size, Size];
  readonly source: readonly [Size, Size];
  readonly coarse: Size;
}

const BANDS = 4;
const FIVE_TAPS = [1, 4, 6, 4, 1];

/**
 * Warp, light, detail and blend of a mouth as an ONNX graph: the plate and a source are resampled through grids that are
 * made ready outside, the source gets gain and offset, is sharpened and laid over the plate band by band. Luma is
 * resampled by bicubic, chroma by bilinear interpolation: ONNX has no Lanczos.
 */
export function mouthGraph({ plate, inner, source, coarse }: MouthSizes): {
  onnx: Uint8Array;
  inputs: readonly OnnxValue[];
} {
  const graph = new GraphBuilder(new Map(), new Map());
  const inputs: OnnxValue[] = [];
  const input = (name: string, ...shape: number[]): string => {
    inputs.push({ name, shape });
    return name;
  };
  const grid = (name: string, { width, height }: Size): string => input(name, 1, height, width, 2);
  const planes = (name: string, channels: number, { width, height }: Size): string =>
    input(name, 1, channels, height, width);
  const sampled = (from: string, by: string, mode: string): string =>
    graph.node('GridSample', [from, by], { mode, padding_mode: 'border' });

  const plain = [0, 1].map((i) => planes(`original${i}`, i + 1, inner[i]));
  const under = [0, 1].map((i) =>
    sampled(
      planes(`plate${i}`, i + 1, plate[i]),
      grid(`bend${i}`, plate[i]),
      i === 0 ? 'bicubic' : 'bilinear',
    ),
  );
  const over = [0, 1].map((i) =>
    sampled(
      planes(`source${i}`, i + 1, source[i]),
      grid(`carry${i}`, inner[i]),
      i === 0 ? 'bicubic' : 'bilinear',
    ),
  );
  const slow = (name: string, channels: number, { width, height }: Size): string =>
    graph.node(
      'Resize',
      [planes(name, channels, coarse), '', '', graph.integers([1, channels, height, width])],
      { mode: 'linear', coordinate_transformation_mode: 'half_pixel' },
    );
  const lit = graph.node('Mul', [over[0], slow('gain', 1, inner[0])]);
  const crisp = graph.node('Conv', [mirrored(graph, lit, 1), graph.floats(CRISP, [1, 1, 3, 3])], {
    kernel_shape: [3, 3],
  });
  const tinted = graph.node('Add', [over[1], slow('offset', 2, inner[1])]);
  const laid = [crisp, tinted].map((plane, i) => {
    const { width, height } = inner[i];
    const apart = graph.node('Sub', [plane, plain[i]]);
    const single = graph.node('Reshape', [apart, graph.integers([i + 1, 1, height, width])]);
    const blended = blend(graph, single, slow(`mask${i}`, 1, inner[i]), inner[i], BANDS - i);
    return graph.node('Add', [
      plain[i],
      graph.node('Reshape', [blended, graph.integers([1, i + 1, height, width])]),
    ]);
  });
  const outputs = [...under, ...laid].map((name, k) => {
    const { width, height } = (k < 2 ? plate : inner)[k % 2];
    return { name, shape: [1, (k % 2) + 1, height, width] };
  });
  const { nodes, constants } = graph;
  return { onnx: writeOnnx({ name: 'mouth', nodes, constants, inputs, outputs }), inputs };
}

const CRISP = Float32Array.of(0, -0.05, 0, -0.05, 1.2, -0.05, 0, -0.05, 0);

function blend(graph: GraphBuilder, apart: string, mask: string, size: Size, bands: number): string {
  if (bands === 0) return graph.node('Mul', [apart, mask]);
  const half = { width: (size.width + 1) >> 1, height: (size.height + 1) >> 1 };
  const coarse = halved(graph, apart);
  const detail = graph.node('Sub', [apart, doubled(graph, coarse, size)]);
  const below = blend(graph, coarse, halved(graph, mask), half, bands - 1);
  return graph.node('Add', [doubled(graph, below, size), graph.node('Mul', [detail, mask])]);
}

const kernel = (scale: number): Float32Array =>
  Float32Array.from({ length: 25 }, (_, i) => (FIVE_TAPS[i % 5] * FIVE_TAPS[Math.floor(i / 5)]) / scale);

const halved = (graph: GraphBuilder, from: string): string =>
  graph.node('Conv', [mirrored(graph, from, 2), graph.floats(kernel(256), [1, 1, 5, 5])], {
    kernel_shape: [5, 5],
    strides: [2, 2],
  });

const doubled = (graph: GraphBuilder, from: string, { width, height }: Size): string =>
  graph.node('ConvTranspose', [from, graph.floats(kernel(64), [1, 1, 5, 5])], {
    kernel_shape: [5, 5],
    strides: [2, 2],
    pads: [2, 2, height % 2 === 0 ? 1 : 2, width % 2 === 0 ? 1 : 2],
  });

const mirrored = (graph: GraphBuilder, from: string, by: number): string =>
  graph.node('Pad', [from, graph.integers([0, 0, by, by, 0, 0, by, by])], { mode: 'reflect' });
