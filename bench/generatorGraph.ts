import { GraphBuilder } from '../libs/models/src/convert/graphBuilder.ts';
import { writeOnnx } from '../libs/models/src/convert/onnxFile.ts';

/** Sides of the face that the generator paints, and of the piece of sound that it hears. */
export const FACE = [6, 96, 96] as const;
export const SOUND = [1, 80, 16] as const;

/** A convolution with its normalisation folded in, then a ReLU; `same` adds its input before that. */
interface Layer {
  readonly kind: 'conv' | 'up' | 'same';
  readonly channels: number;
  readonly kernel: number;
  readonly stride: readonly [number, number];
  readonly pad: number;
}

const conv = (channels: number, kernel = 3, stride: number | [number, number] = 1, pad = 1): Layer => ({
  ...{ kind: 'conv', channels, kernel, pad },
  stride: typeof stride === 'number' ? [stride, stride] : stride,
});
const same = (channels: number, count: number): Layer[] =>
  Array.from({ length: count }, () => ({ ...conv(channels), kind: 'same' }));
const up = (channels: number, stride = 2, pad = 1): Layer => ({
  ...conv(channels, 3, stride, pad),
  kind: 'up',
});

/** The generator of Prajwal et al. 2020 (Wav2Lip), block by block, as its authors publish it. */
const FACE_ENCODER: readonly (readonly Layer[])[] = [
  [conv(16, 7, 1, 3)],
  [conv(32, 3, 2), ...same(32, 2)],
  [conv(64, 3, 2), ...same(64, 3)],
  [conv(128, 3, 2), ...same(128, 2)],
  [conv(256, 3, 2), ...same(256, 2)],
  [conv(512, 3, 2), ...same(512, 1)],
  [conv(512, 3, 1, 0), conv(512, 1, 1, 0)],
];
const SOUND_ENCODER: readonly Layer[] = [
  ...[conv(32), ...same(32, 2)],
  ...[conv(64, 3, [3, 1]), ...same(64, 2)],
  ...[conv(128, 3, 3), ...same(128, 2)],
  ...[conv(256, 3, [3, 2]), ...same(256, 1)],
  ...[conv(512, 3, 1, 0), conv(512, 1, 1, 0)],
];
const DECODER: readonly (readonly Layer[])[] = [
  [conv(512, 1, 1, 0)],
  [up(512, 1, 0), ...same(512, 1)],
  [up(512), ...same(512, 2)],
  [up(384), ...same(384, 2)],
  [up(256), ...same(256, 2)],
  [up(128), ...same(128, 2)],
  [up(64), ...same(64, 2)],
];

/** The generator as an ONNX file with random weights for so many faces at once, and how many weights it has. */
export function generatorGraph(faces: number): { onnx: Uint8Array; weights: number } {
  const graph = new GraphBuilder(new Map(), new Map());
  const add = (to: Flow, layers: readonly Layer[]): Flow =>
    layers.reduce((flow, layer) => append(graph, flow, layer), to);
  const seen: Flow[] = [];
  FACE_ENCODER.reduce<Flow>(
    (flow, block) => {
      const after = add(flow, block);
      seen.push(after);
      return after;
    },
    { name: 'face', channels: FACE[0] },
  );
  let flow = add({ name: 'sound', channels: SOUND[0] }, SOUND_ENCODER);
  for (const block of DECODER) {
    const painted = add(flow, block);
    const beside = seen.pop()!;
    flow = {
      name: graph.node('Concat', [painted.name, beside.name], { axis: 1 }),
      channels: painted.channels + beside.channels,
    };
  }
  const colours = convolution(graph, add(flow, [conv(32)]), conv(3, 1, 1, 0));
  const output = graph.node('Sigmoid', [colours]);
  return {
    onnx: writeOnnx({
      name: 'generator',
      nodes: graph.nodes,
      constants: graph.constants,
      inputs: [
        { name: 'sound', shape: [faces, ...SOUND] },
        { name: 'face', shape: [faces, ...FACE] },
      ],
      outputs: [{ name: output, shape: [faces, 3, FACE[1], FACE[2]] }],
    }),
    weights: graph.constants.reduce((sum, { data }) => sum + data.length, 0),
  };
}

interface Flow {
  readonly name: string;
  readonly channels: number;
}

function append(graph: GraphBuilder, flow: Flow, layer: Layer): Flow {
  const made = convolution(graph, flow, layer);
  const sum = layer.kind === 'same' ? graph.node('Add', [made, flow.name]) : made;
  return { name: graph.node('Relu', [sum]), channels: layer.channels };
}

function convolution(graph: GraphBuilder, { name, channels: from }: Flow, layer: Layer): string {
  const { kind, channels, kernel, stride, pad } = layer;
  const shape = kind === 'up' ? [from, channels, kernel, kernel] : [channels, from, kernel, kernel];
  // As large as keeps what flows through neither growing nor dying out.
  const spread = Math.sqrt(6 / (from * kernel * kernel)) / (kind === 'same' ? 4 : 1);
  const weights = graph.floats(
    random(
      shape.reduce((a, b) => a * b),
      spread,
    ),
    shape,
  );
  const attributes = { kernel_shape: [kernel, kernel], strides: stride, pads: [pad, pad, pad, pad] };
  return kind === 'up'
    ? graph.node('ConvTranspose', [name, weights, graph.floats(random(channels, 0.1), [channels])], {
        ...attributes,
        output_padding: stride[0] === 1 ? [0, 0] : [1, 1],
      })
    : graph.node('Conv', [name, weights, graph.floats(random(channels, 0.1), [channels])], attributes);
}

let seed = 1;

/** Even numbers between plus and minus `spread`, the same in every run. */
export function random(count: number, spread: number): Float32Array {
  return Float32Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return spread * (seed / 2 ** 31 - 1);
  });
}
