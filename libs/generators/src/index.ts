export type { GeneratorCard, PermittedUse } from './cards/generatorCard.ts';
export { requireAllowed, type WantedUse } from './cards/requireAllowed.ts';
export { inWholePlate, type GeneratedFace, type Laying } from './changeFace.ts';
export { FORM_NAMES, FORMS, type FormName, type GeneratorKind } from './forms/forms.ts';
export type { Recognised } from './forms/recognise.ts';
export { learnIdentity, performLips, restoreFace, swapFace } from './generateFaces.ts';
export type { FaceInFrame } from './picture/faceInFrame.ts';
export type { Condition, FaceEmbedder, FaceGenerator, GeneratedSquare } from './port/faceGenerator.ts';
export {
  openEmbedder,
  openGenerator,
  recogniseFile,
  type BroughtModel,
  type GeneratorOptions,
} from './port/openGenerator.ts';
export { melSpectrum, SOUND_RATE, type MelSpectrum } from './sound/melSpectrum.ts';
export { soundWindow } from './sound/soundWindow.ts';
