import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormName } from '@mondwerk/generators';
import {
  writeOnnx,
  type OnnxConstant,
  type OnnxGraph,
  type OnnxNode,
  type OnnxValue,
} from '../../libs/models/src/convert/onnxFile.ts';

/** Size of the DFM file that is written. */
export const DFM_SIZE = 64;

const floats = (name: string, shape: readonly number[], of: (i: number) => number): OnnxConstant => ({
  name,
  shape,
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => of(i)),
});

const whole = (name: string, values: readonly number[]): OnnxConstant => ({
  name,
  shape: [values.length],
  data: BigInt64Array.from(values, BigInt),
});

const node = (
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: OnnxNode['attributes'] = {},
): OnnxNode => ({ operator, inputs, output, attributes });

const value = (name: string, ...shape: number[]): OnnxValue => ({ name, shape });

type Tiny = Omit<OnnxGraph, 'name'>;

const one = (name: string, number: number): OnnxConstant => floats(name, [1], () => number);

/** What a swapper adds to red, green and blue: the first three numbers of whose face it is. */
const tintedBy = (size: number, withMask: boolean): Tiny => ({
  inputs: [value('target', 1, 3, size, size), value('source', 1, 512)],
  outputs: [value('output', 1, 3, size, size), ...(withMask ? [value('mask', 1, 1, size, size)] : [])],
  constants: [
    floats('firstThree', [512, 3], (i) => (Math.floor(i / 3) === i % 3 ? 1 : 0)),
    whole('shape', [1, 3, 1, 1]),
    floats('half', [1, 1, size, size], () => 0.5),
    // The map: the number at 0 comes from that at 1, 1 from 2, 2 from 0.
    floats('map', [512, 512], (i) =>
      Math.floor(i / 512) === (i % 512 < 3 ? ((i % 512) + 1) % 3 : i % 512) ? 1 : 0,
    ),
  ],
  nodes: [
    node('MatMul', ['source', 'firstThree'], 'tint'),
    node('Reshape', ['tint', 'shape'], 'shaped'),
    node('Add', ['target', 'shaped'], 'output'),
    ...(withMask ? [node('Identity', ['half'], 'mask')] : []),
  ],
});

/** A picture in which a disc of this radius (pixels) round a place of the square is 1 and all else is 0. */
const disc = (size: number, x: number, y: number, radius: number) => (i: number) => {
  const [dx, dy] = [(i % size) + 0.5 - x, Math.floor(i / size) + 0.5 - y];
  return Math.min(1, Math.max(0, radius - Math.hypot(dx, dy) + 0.5));
};

const s = DFM_SIZE;

/** Networks of the published forms that do something of which the outcome is known. */
const TINY: Readonly<Record<FormName, Tiny>> = {
  // The negative, as far as it morphs, in the disc round the middle that one mask shows and the half that the other does.
  dfm: {
    inputs: [value('in_face:0', 1, s, s, 3), value('morph_value:0', 1)],
    outputs: [
      value('out_face_mask:0', 1, s, s, 1),
      value('out_celeb_face:0', 1, s, s, 3),
      value('out_celeb_face_mask:0', 1, s, s, 1),
    ],
    constants: [
      floats('disc', [1, s, s, 1], disc(s, s / 2, s / 2, s / 4)),
      floats('upper', [1, s, s, 1], (i) => (i < (s * s) / 2 ? 1 : 0)),
      one('one', 1),
      one('two', 2),
    ],
    nodes: [
      node('Mul', ['in_face:0', 'two'], 'twice'),
      node('Sub', ['one', 'twice'], 'way'),
      node('Mul', ['way', 'morph_value:0'], 'part'),
      node('Add', ['in_face:0', 'part'], 'out_celeb_face:0'),
      node('Identity', ['disc'], 'out_celeb_face_mask:0'),
      node('Identity', ['upper'], 'out_face_mask:0'),
    ],
  },
  'inswapper-128': tintedBy(128, false),
  'hififace-256': tintedBy(256, true),
  // The upper half as it came, below it the mean of the sound, and of the whole face.
  'wav2lip-96': {
    inputs: [value('source', 1, 1, 80, 16), value('target', 1, 6, 96, 96)],
    outputs: [value('output', 1, 3, 96, 96)],
    constants: [
      whole('zero', [0]),
      whole('three', [3]),
      whole('channel', [1]),
      floats('lower', [1, 1, 96, 96], (i) => (i < 48 * 96 ? 0 : 1)),
      one('eight', 8),
      one('half', 0.5),
    ],
    nodes: [
      node('ReduceMean', ['source'], 'mean', { axes: [1, 2, 3], keepdims: 1 }),
      node('Div', ['mean', 'eight'], 'scaled'),
      node('Add', ['scaled', 'half'], 'loud'),
      node('Mul', ['lower', 'loud'], 'foot'),
      node('Slice', ['target', 'zero', 'three', 'channel'], 'head'),
      node('Add', ['head', 'foot'], 'output'),
    ],
  },
  // The face, so much darker as the weight says where sound is.
  'edtalk-256': {
    inputs: [value('source', 1, 1, 80, 16), value('target', 1, 3, 256, 256), value('weight', 1)],
    outputs: [value('output', 1, 3, 256, 256)],
    constants: [one('one', 1), one('four', 4), one('eight', 8)],
    nodes: [
      node('ReduceMean', ['source'], 'mean', { axes: [1, 2, 3], keepdims: 1 }),
      node('Add', ['mean', 'four'], 'up'),
      node('Div', ['up', 'eight'], 'loud'),
      node('Mul', ['loud', 'weight'], 'dark'),
      node('Sub', ['one', 'dark'], 'left'),
      node('Mul', ['target', 'left'], 'output'),
    ],
  },
  // White in a disc round the tip of the nose, black all round.
  'gfpgan-512': {
    inputs: [value('input', 1, 3, 512, 512)],
    outputs: [value('output', 1, 3, 512, 512)],
    constants: [
      floats(
        'spot',
        [1, 1, 512, 512],
        (i) => 2 * disc(512, 0.50123859 * 512 + 0.5, 0.61331904 * 512 + 0.5, 24)(i) - 1,
      ),
      one('none', 0),
    ],
    nodes: [node('Mul', ['input', 'none'], 'nothing'), node('Add', ['nothing', 'spot'], 'output')],
  },
  // Mean red, green and blue, then nothing.
  'arcface-112': {
    inputs: [value('input.1', 1, 3, 112, 112)],
    outputs: [value('683', 1, 512)],
    constants: [floats('spread', [3, 512], (i) => (i % 512 === Math.floor(i / 512) ? 1 : 0))],
    nodes: [
      node('ReduceMean', ['input.1'], 'mean', { axes: [2, 3], keepdims: 0 }),
      node('MatMul', ['mean', 'spread'], '683'),
    ],
  },
  'converter-512': {
    inputs: [value('input', 1, 512)],
    outputs: [value('output', 1, 512)],
    constants: [floats('scale', [1, 512], (i) => (i === 1 ? -3 : 1))],
    nodes: [node('Mul', ['input', 'scale'], 'output')],
  },
};

/** Writes a network of a form, changed if wanted, and returns its path. */
export async function writeTiny(
  folder: string,
  form: FormName,
  change: (tiny: Tiny) => Tiny = (tiny) => tiny,
): Promise<string> {
  const path = join(folder, `${form}-${Math.random().toString(36).slice(2)}.onnx`);
  await writeFile(path, writeOnnx({ name: form, ...change(TINY[form]) }));
  return path;
}
