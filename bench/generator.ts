import { generatorSpeed } from './generatorSpeed.ts';

const results: Record<string, Record<string, number | string>> = {};
for (const faces of [1, 16]) {
  const { device, weights, processor, elapsed } = await generatorSpeed(faces);
  results[faces === 1 ? 'one face at a time' : `${faces} faces at once`] = {
    'million weights': Number((weights / 1e6).toFixed(1)),
    'ms of a core a face': Number(processor.toFixed(1)),
    'ms a face': Number(elapsed.toFixed(1)),
    'frames a second a core': Number((1000 / processor).toFixed(1)),
    device,
  };
}
console.log(
  `A generator of 96 px in Wav2Lip's published shape with random weights, its network alone, one thread`,
);
console.table(results);
