export type { FaceTask, RenderedFace } from './picture/faceTask.ts';
export type { FaceSource, PlannedFace } from './plan/plannedFace.ts';
