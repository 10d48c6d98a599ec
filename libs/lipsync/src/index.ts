export * from './motion/index.ts';
export { buildAtlas, type Atlas, type AtlasEntry } from './atlas/buildAtlas.ts';
export { apertureOfMouth, apertureOfShape } from './atlas/apertures.ts';
export { speechSeen, type SpeechSeen } from './atlas/speechSeen.ts';
export { mouthAt, mouthRow } from './atlas/mouthSpace.ts';
export { mouthShiftAt } from './atlas/poseBias.ts';
export { PASS_SENTENCES, type PassReason } from './atlas/passReason.ts';
export {
  plannerOf,
  type PlannedMouth,
  type Planner,
  type SourceChoice,
  type WantedTrack,
} from './plan/planMouths.ts';
export { USUAL_PLAN, type PlanSettings } from './plan/planSettings.ts';
export { wantedMesh } from './plan/wantedMesh.ts';
export { cutMouth, mouthBox } from './picture/mouthBox.ts';
export { HIDDEN, renderMouth, type MouthTask } from './picture/renderMouth.ts';
export { openRenderers, type RenderJob, type Renderers } from './render/renderPool.ts';
