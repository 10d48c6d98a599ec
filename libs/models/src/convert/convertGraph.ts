import { GraphBuilder } from './graphBuilder.ts';
import type { Observation } from './observe.ts';
import type { OnnxGraph } from './onnxFile.ts';
import { arithmeticOperators } from './operators/arithmetic.ts';
import { convolutionOperators } from './operators/convolution.ts';
import { asTensorFlow, type Operator } from './operators/operator.ts';
import { shapeOperators } from './operators/shape.ts';
import type { TfGraph } from './tfGraph.ts';
import { tidy } from './tidy.ts';

const operators: Readonly<Record<string, Operator>> = {
  ...convolutionOperators,
  ...arithmeticOperators,
  ...shapeOperators,
};

/**
 * Turns a TensorFlow.js graph into an ONNX graph with the same named inputs and outputs (channels last, batch 1).
 * @throws Error naming the first operation that has no entry in the tables.
 */
export function convertGraph(name: string, graph: TfGraph, observation: Observation): OnnxGraph {
  const build = new GraphBuilder(graph.constants, observation.tensors);
  build.define(graph.input, asTensorFlow(graph.input));
  for (const node of graph.nodes) {
    if (node.op === 'Const' || node.op === 'Placeholder') continue;
    const operator = operators[node.op];
    if (!operator) throw new Error(`no ONNX translation for ${node.op} (${node.name})`);
    build.define(node.name, operator(node, build));
  }
  const outputs = [...graph.outputs].map(([output, node]) => {
    build.nodes.push({
      operator: 'Identity',
      inputs: [build.operand(node, 'asTensorFlow')],
      output,
      attributes: {},
    });
    return { name: output, shape: build.shapeOf(node) };
  });
  return tidy({
    name,
    nodes: build.nodes,
    constants: build.constants,
    inputs: [{ name: graph.input, shape: build.shapeOf(graph.input) }],
    outputs,
  });
}
