export { isUnusual, fromStandard, toStandard } from './colour/standardPicture.ts';
export {
  chromaOffset,
  matrixOf,
  rgbWeights,
  sampleScale,
  yuvWeights,
  type SampleScale,
} from './colour/yuv.ts';
export { answerRenders } from './answerRenders.ts';
export { blendPlanes } from './blendPlanes.ts';
export { behindThings, mix, thingsOf, type Things } from './behindThings.ts';
export { coarseGridOf, type CoarseGrid, type FlatMesh } from './coarseGrid.ts';
export type { DrawnMask } from './drawnMask.ts';
export { type PlacedFace, placesIn, readAt } from './facePlaces.ts';
export { type FaceOpening, type FaceRegion, insideOf, movingPartsOf } from './faceRegion.ts';
export { type Field, blankField, shrink, enlarge, blur, plusTimes, times, combine, part } from './field.ts';
export type { HeadPatch, HeadPatchJob } from './headPatch.ts';
export { feathered, smoothStep, hullOf } from './hull.ts';
export { type FaceInBox, findInFront, type InFront, isSpoilt } from './inFront.ts';
export { LatestFew } from './latestFew.ts';
export { layMasks } from './layMasks.ts';
export { likenDetail } from './likenDetail.ts';
export { matchDetail, detailOf } from './matchDetail.ts';
export { BLACK, learnLight, partOfLight, applyLight, shrinkAll } from './matchLight.ts';
export { mapBetween, placesOf } from './meshWarp.ts';
export { type PictureSettings, USUAL_PICTURE } from './pictureSettings.ts';
export type { PictureSource } from './pictureSource.ts';
export {
  type Fields,
  eachPlane,
  fieldsOf,
  pictureOf,
  partOf,
  withPartOf,
  warpPlanes,
  carried,
  dissolvePlanes,
} from './planes.ts';
export { colourOf, ownApart, shareOf } from './occluder.ts';
export { fineCover } from './fineCover.ts';
export {
  openRenderPool,
  type PlateJob,
  type RenderPool,
  type RenderSetup,
  type RenderedPlate,
} from './renderPool.ts';
export { learnSlowLight, inLight } from './slowLight.ts';
export { type SourceRecord, type WeightedRecord, SourceWriter, SourceReader } from './sourceFile.ts';
export { findPatch, alongLines, growPatch } from './thingPatch.ts';
export { type FaceCut, FEWEST_CUTS, learnUsualFace, type UsualFace } from './usualFace.ts';
export type { WarpMap } from './warpMap.ts';
export { kernels, inWorkspace, addressOf, fieldBy } from './workspace.ts';
