import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastConstantOf, openNetwork } from '@mondwerk/models';
import protobuf from 'protobufjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOnnx } from '../../libs/models/src/convert/onnxFile.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mondwerk-network-'))));
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** A file that only holds constants, written by field numbers, as onnx.proto3 has them. */
function constantsOnly(...tensors: readonly object[]): Uint8Array {
  const schema = protobuf
    .parse(
      `syntax = "proto3"; message Tensor { repeated int64 dims = 1; int32 data_type = 2; repeated float float_data = 4;
      string name = 8; bytes raw_data = 9; }
      message Graph { string name = 2; repeated Tensor initializer = 5; } message Model { int64 ir_version = 1; Graph graph = 7; }`,
      { keepCase: true },
    )
    .root.lookupType('Model');
  return schema
    .encode(schema.fromObject({ ir_version: 8, graph: { name: 'g', initializer: tensors } }))
    .finish();
}

describe('openNetwork', () => {
  it('takes and gives tensors by name, and says what the file says of them', async () => {
    const path = await written(
      'sum.onnx',
      writeOnnx({
        name: 'sum',
        nodes: [
          { operator: 'Add', inputs: ['a', 'b'], output: 'sum', attributes: {} },
          { operator: 'Sub', inputs: ['a', 'b'], output: 'rest', attributes: {} },
        ],
        constants: [],
        inputs: [
          { name: 'a', shape: [1, 2] },
          { name: 'b', shape: [1, 2] },
        ],
        outputs: [
          { name: 'sum', shape: [1, 2] },
          { name: 'rest', shape: [1, 2] },
        ],
      }),
    );
    const network = await openNetwork(path, { devices: ['cpu'] });
    expect(network.inputs).toEqual([
      { name: 'a', type: 'float32', shape: [1, 2] },
      { name: 'b', type: 'float32', shape: [1, 2] },
    ]);
    const two = (...data: number[]) => ({ data: Float32Array.from(data), shape: [1, 2] });
    const made = await network.run({ a: two(5, 6), b: two(1, 2) });
    expect([[...made.sum.data], [...made.rest.data], made.sum.shape]).toEqual([
      [6, 8],
      [4, 4],
      [1, 2],
    ]);
    await network.close();
  });

  it('refuses what is no network', async () => {
    const path = await written('none.onnx', Buffer.from('no network'));
    await expect(openNetwork(path, { devices: ['cpu'] })).rejects.toMatchObject({
      code: 'network-unreadable',
      message: expect.stringMatching(/^none\.onnx cannot be opened as a network/),
    });
  });
});

describe('lastConstantOf', () => {
  it('reads the last one, however its numbers are kept', async () => {
    const first = { dims: [1], data_type: 1, float_data: [9], name: 'first' };
    const halves = Buffer.from(Uint16Array.of(0x3c00, 0xc000).buffer);
    for (const [last, data] of [
      [{ dims: [2, 1], data_type: 1, float_data: [0.5, -2] }, [0.5, -2]],
      [{ dims: [2, 1], data_type: 1, raw_data: Buffer.from(Float32Array.of(3, 4).buffer) }, [3, 4]],
      [{ dims: [2, 1], data_type: 10, raw_data: halves }, [1, -2]],
    ] as const) {
      const read = await lastConstantOf(await written('constants.onnx', constantsOnly(first, last)));
      expect([read?.shape, [...read!.data]]).toEqual([[2, 1], data]);
    }
  });

  it('is nothing where there is none', async () => {
    expect(await lastConstantOf(await written('empty.onnx', constantsOnly()))).toBeUndefined();
  });

  it.each([
    ['a text', Buffer.from('this is no ONNX file at all')],
    [
      'a file that ends too early',
      constantsOnly({ dims: [64], data_type: 1, raw_data: Buffer.alloc(256) }).slice(0, 99),
    ],
    ['a constant of whole numbers', constantsOnly({ dims: [1], data_type: 7, raw_data: Buffer.alloc(8) })],
    [
      'fewer numbers than it has places',
      constantsOnly({ dims: [512, 512], data_type: 1, raw_data: Buffer.alloc(8) }),
    ],
  ])('is refused in %s', async (_, bytes) => {
    const path = await written('wrong.onnx', bytes);
    await expect(lastConstantOf(path)).rejects.toMatchObject({ code: 'network-unreadable' });
  });
});
