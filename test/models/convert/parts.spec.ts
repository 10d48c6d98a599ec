import { describe, expect, it } from 'vitest';

import { fromHalf } from '../../../libs/models/src/convert/float16.ts';
import { permute } from '../../../libs/models/src/convert/permute.ts';
import { tidy } from '../../../libs/models/src/convert/tidy.ts';
import { convertGraph } from '../../../libs/models/src/convert/convertGraph.ts';
import { readTfGraph } from '../../../libs/models/src/convert/tfGraph.ts';
import { largestDifference } from '../../../libs/models/src/check.ts';

describe('half-precision numbers', () => {
  it.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x0001, 2 ** -24],
    [0x7c00, Infinity],
    [0x8000, -0],
  ])('0x%s is %d', (bits, value) => {
    expect(fromHalf(bits)).toBe(value);
  });
});

describe('permute', () => {
  it('moves the channels of a 2 × 1 × 3 tensor to the front', () => {
    const { data, shape } = permute(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 1, 3], [2, 0, 1]);
    expect(shape).toEqual([3, 2, 1]);
    expect([...data]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

describe('tidy', () => {
  const node = (operator: string, inputs: string[], output: string) => ({
    operator,
    inputs,
    output,
    attributes: {},
  });
  const scalar = (name: string, value: number) => ({ name, shape: [1], data: Float32Array.of(value) });

  it('writes bounds as one node and drops what nobody needs', () => {
    const graph = tidy({
      name: 'bounded',
      nodes: [
        node('Min', ['x', 'six'], 'capped'),
        node('Max', ['capped', 'zero'], 'y'),
        node('Abs', ['x'], 'unused'),
      ],
      constants: [scalar('six', 6), scalar('zero', 0)],
      inputs: [{ name: 'x', shape: [1] }],
      outputs: [{ name: 'y', shape: [1] }],
    });
    expect(graph.nodes.map(({ operator }) => operator)).toEqual(['Clip']);
    expect(graph.constants.map(({ data }) => [...data])).toEqual([[0], [6]]);
  });
});

describe('convertGraph', () => {
  it('names an operation that it cannot translate', () => {
    const nodes = [
      { name: 'x', op: 'Placeholder' },
      { name: 'y', op: 'Cosh', input: ['x'] },
    ];
    const graph = readTfGraph(
      {
        modelTopology: { node: nodes },
        weightsManifest: [],
        signature: { outputs: { y: { name: 'y:0' } } },
      },
      new Uint8Array(),
    );
    const observation = { tensors: new Map(), outputs: new Map() };
    expect(() => convertGraph('strange', graph, observation)).toThrow('no ONNX translation for Cosh (y)');
  });
});

describe('largestDifference', () => {
  it('is not a number when anything is missing, so that no limit is kept', () => {
    expect(largestDifference(Float32Array.of(1, 2), Float32Array.of(1, 2.5))).toBe(0.5);
    expect(largestDifference(Float32Array.of(1, NaN), Float32Array.of(1, 2))).toBeNaN();
    expect(largestDifference(Float32Array.of(NaN, 1), Float32Array.of(1, 2))).toBeNaN();
    expect(largestDifference(undefined, Float32Array.of(1))).toBeNaN();
  });
});
