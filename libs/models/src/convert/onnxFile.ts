import protobuf from 'protobufjs';

/** A node of an ONNX graph. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** Whole numbers, lists of them, or text: all that our operators need. */
export type OnnxAttribute = number | readonly number[] | string;

/** A constant of an ONNX graph: float32 or int64. */
export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** A graph's input or output, float32. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A whole ONNX graph. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

const FLOAT = 1;
const INT64 = 7;
const IR_VERSION = 8;
const OPERATOR_SET = 17;

// The part of onnx.proto3 that a graph of plain nodes and constants needs, with its field numbers.
const schema = protobuf
  .parse(
    `syntax = "proto3"; package onnx;
  message AttributeProto { string name = 1; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
  message NodeProto { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
    repeated AttributeProto attribute = 5; }
  message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message TensorShapeProto { message Dimension { int64 dim_value = 1; } repeated Dimension dim = 1; }
  message TypeProto { message Tensor { int32 elem_type = 1; TensorShapeProto shape = 2; } Tensor tensor_type = 1; }
  message ValueInfoProto { string name = 1; TypeProto type = 2; }
  message GraphProto { repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5;
    repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message ModelProto { int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7;
    repeated OperatorSetIdProto opset_import = 8; }`,
    { keepCase: true },
  )
  .root.lookupType('onnx.ModelProto');

/** Writes a graph as the bytes of an `.onnx` file. */
export function writeOnnx(graph: OnnxGraph): Uint8Array {
  const model = {
    ir_version: IR_VERSION,
    producer_name: 'mondwerk',
    opset_import: [{ domain: '', version: OPERATOR_SET }],
    graph: {
      name: graph.name,
      node: graph.nodes.map(nodeMessage),
      initializer: graph.constants.map(tensorMessage),
      input: graph.inputs.map(valueMessage),
      output: graph.outputs.map(valueMessage),
    },
  };
  return schema.encode(schema.fromObject(model)).finish();
}

const nodeMessage = (node: OnnxNode) => ({
  op_type: node.operator,
  name: node.output,
  input: node.inputs,
  output: [node.output],
  attribute: Object.entries(node.attributes).map(([name, value]) => attributeMessage(name, value)),
});

function attributeMessage(name: string, value: OnnxAttribute) {
  if (typeof value === 'number') return { name, i: value, type: 2 };
  if (typeof value === 'string') return { name, s: Buffer.from(value), type: 3 };
  return { name, ints: value, type: 7 };
}

const tensorMessage = ({ name, shape, data }: OnnxConstant) => ({
  name,
  dims: shape,
  data_type: data instanceof Float32Array ? FLOAT : INT64,
  raw_data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
});

const valueMessage = ({ name, shape }: OnnxValue) => ({
  name,
  type: { tensor_type: { elem_type: FLOAT, shape: { dim: shape.map((size) => ({ dim_value: size })) } } },
});
