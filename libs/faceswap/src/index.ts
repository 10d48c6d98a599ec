export type { FaceAtlas, FaceEntry } from './donor/faceAtlas.ts';
export { learnFace, type SeenIn } from './donor/learnFace.ts';
export { FACE_SENTENCES, type FaceReason } from './donor/trust.ts';
export type { FaceTask, RenderedFace } from './picture/faceTask.ts';
export { pairFaces, type FacePair } from './plan/facePair.ts';
export { sayMissing, type MissingFootage } from './plan/missingFootage.ts';
export { facePlannerOf, type FacePlanner, type ReplacedTrack } from './plan/planFaces.ts';
export type { FaceSource, PlannedFace } from './plan/plannedFace.ts';
export { wantedFace } from './plan/wantedFace.ts';
