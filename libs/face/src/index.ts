export { detectFaces, type SearchDepth } from './detection/detectFaces.ts';
export {
  openFaceFinder,
  openFaceMeasurer,
  prepareFaceModels,
  type FaceFinder,
  type FaceMeasurer,
} from './finder.ts';
export { canonicalHead } from './canonicalHead.ts';
export { likeness, unitVector } from './following/identify.ts';
export { meshInPicture, smoothRows, steadyTrack, type SteadyFrame } from './following/steadyTrack.ts';
export { lightOf, lookAt } from './following/look.ts';
export { calmTrack } from './following/calmTrack.ts';
export { glanceAt, type Glance } from './following/glanceAt.ts';
export { trackChunk, type ChunkFaces, type ChunkFrame, type TracedFace } from './following/trackChunk.ts';
export { anglesOfMesh, frontality } from './frontality.ts';
export {
  anglesOf,
  fitHead,
  fromHead,
  meanHead,
  toHead,
  type HeadAngles,
  type HeadPose,
} from './headFrame.ts';
export { holdLips, openingOf, openLips } from './holdLips.ts';
export { LIP_PAIRS, LIP_RING_PAIRS } from './lipPairs.ts';
export { aperture, distance, eyeDistance } from './measure.ts';
export * from './mesh.ts';
export type { MeshPair } from './meshPair.ts';
export {
  coordinatesOf,
  distanceFrom,
  principalComponents,
  rowOf,
  type Components,
} from './principalComponents.ts';
export { boxOf } from './box.ts';
export { measureFace, type MeasuredFace } from './meshing.ts';
export { regionOf, type Region } from './region.ts';
export { choosePortions } from './runs/choosePortions.ts';
export { chooseRuns, type RunCosts } from './runs/chooseRuns.ts';
export { dissolveRuns, isJump, type WeightedFrame } from './runs/dissolveRuns.ts';
export { follows, galleryOf, thinRuns, type Gallery, type SeenFrame } from './runs/gallery.ts';
export { clusterPerformers, type IdentifiedTrack } from './tracking/clusterPerformers.ts';
export type { KeepOptions, KeptFace } from './tracking/keepFaces.ts';
export { trackFaces, type TrackOptions } from './tracking/trackFaces.ts';
export { distrust, isNearLimit, isTooSmall, type Distrust } from './trust/distrust.ts';
export { steadyReasons, type PassingFrame } from './trust/steadyReasons.ts';
export { learnUsualLook, type UsualLook } from './trust/usualLook.ts';
