import type { OnnxConstant, OnnxGraph, OnnxNode } from './onnxFile.ts';

/** Makes a graph shorter without changing what it computes: bounded activations become one node, unused parts go. */
export const tidy = (graph: OnnxGraph): OnnxGraph => dropUnused(clipBounds(graph));

/** `Max(Min(x, high), low)` with scalar bounds is one `Clip`. */
function clipBounds(graph: OnnxGraph): OnnxGraph {
  const makerOf = new Map(graph.nodes.map((node) => [node.output, node]));
  const scalars = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const extra: OnnxConstant[] = [];
  const scalar = (name: string): string | undefined => {
    const constant = scalars.get(name);
    if (!(constant?.data instanceof Float32Array) || constant.data.length !== 1) return undefined;
    const flat = { name: `${name}_bound`, shape: [], data: constant.data };
    extra.push(flat);
    return flat.name;
  };
  const nodes = graph.nodes.map((node): OnnxNode => {
    const capped = node.operator === 'Max' ? makerOf.get(node.inputs[0]) : undefined;
    if (capped?.operator !== 'Min') return node;
    const low = scalar(node.inputs[1]);
    const high = scalar(capped.inputs[1]);
    return low && high ? { ...node, operator: 'Clip', inputs: [capped.inputs[0], low, high] } : node;
  });
  return { ...graph, nodes, constants: [...graph.constants, ...extra] };
}

/** Keeps only what the outputs need. */
function dropUnused(graph: OnnxGraph): OnnxGraph {
  const needed = new Set(graph.outputs.map((output) => output.name));
  const nodes = graph.nodes.toReversed().filter((node) => {
    if (!needed.has(node.output)) return false;
    node.inputs.forEach((name) => needed.add(name));
    return true;
  });
  return {
    ...graph,
    nodes: nodes.reverse(),
    constants: graph.constants.filter((constant) => needed.has(constant.name)),
  };
}
