import { readWeights, type Constant, type WeightSpec } from './weights.ts';

/** One operation of a TensorFlow graph. */
export interface TfNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, TfAttribute>>;
}

/** An attribute as TensorFlow.js writes it: numbers as text, text as base64. */
export interface TfAttribute {
  readonly s?: string;
  readonly i?: string;
  readonly b?: boolean;
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly string[] };
}

/** A TensorFlow.js graph model that was read: operations in order of execution, constants, named outputs. */
export interface TfGraph {
  readonly json: TfGraphJson;
  readonly nodes: readonly TfNode[];
  readonly constants: ReadonlyMap<string, Constant>;
  readonly input: string;
  /** Public name → name of the node that makes it. */
  readonly outputs: ReadonlyMap<string, string>;
}

/** The parts of a TensorFlow.js model file that we read. */
export interface TfGraphJson {
  readonly modelTopology: { readonly node: readonly RawNode[] };
  readonly weightsManifest: readonly { readonly weights: readonly WeightSpec[] }[];
  readonly signature?: Signature;
  readonly userDefinedMetadata?: { readonly signature?: Signature };
}

interface RawNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, TfAttribute>>;
}

interface Signature {
  readonly outputs: Readonly<Record<string, { readonly name: string }>>;
}

const withoutPort = (name: string): string => name.replace(/:\d+$/, '');

/** Reads a graph model from its two files. @throws Error when it has no input or no named outputs. */
export function readTfGraph(json: TfGraphJson, weights: Uint8Array): TfGraph {
  const nodes = json.modelTopology.node.map(({ name, op, input = [], attr = {} }) => ({
    name,
    op,
    inputs: input.filter((each) => !each.startsWith('^')).map(withoutPort),
    attributes: attr,
  }));
  const input = nodes.find((node) => node.op === 'Placeholder')?.name;
  const signature = json.signature ?? json.userDefinedMetadata?.signature;
  if (!input || !signature) throw new Error('the graph has no input or no signature');
  return {
    json,
    nodes,
    constants: readWeights(weightSpecs(json), weights),
    input,
    outputs: new Map(
      Object.entries(signature.outputs).map(([name, { name: node }]) => [
        withoutPort(name),
        withoutPort(node),
      ]),
    ),
  };
}

/** The weights manifest as one list. */
export const weightSpecs = (json: TfGraphJson): WeightSpec[] =>
  json.weightsManifest.flatMap((group) => group.weights);

const decode = (text: string): string => Buffer.from(text, 'base64').toString();

/** A text attribute; empty when absent. */
export const textOf = (node: TfNode, key: string): string => decode(node.attributes[key]?.s ?? '');

/** A list of texts; empty when absent. */
export const textsOf = (node: TfNode, key: string): string[] =>
  (node.attributes[key]?.list?.s ?? []).map(decode);

/** A whole number; 0 when absent. */
export const integerOf = (node: TfNode, key: string): number => Number(node.attributes[key]?.i ?? 0);

/** A list of whole numbers; empty when absent. */
export const integersOf = (node: TfNode, key: string): number[] =>
  (node.attributes[key]?.list?.i ?? []).map(Number);

/** A yes or no; no when absent. */
export const flagOf = (node: TfNode, key: string): boolean => node.attributes[key]?.b ?? false;
