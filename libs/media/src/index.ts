export type { AudioTrack, Film } from './film.ts';
export { checkFile } from './checkFile.ts';
export { checkOut, checkWritable } from './checkOut.ts';
export { comparePictures, type ComparedFrame } from './comparePictures.ts';
export { cutShots, type CutFilm } from './cutShots.ts';
export { cutShotsNear, type NearShots } from './cutShotsNear.ts';
export type { Encoding } from './encoding.ts';
export { FrameMemory } from './frameMemory.ts';
export { openPart, type PartWriter } from './openPart.ts';
export type { Part } from './partPackets.ts';
export { partFilm } from './partFilm.ts';
export { writePlate, type Plate } from './plate.ts';
export { probe } from './probe.ts';
export { fileArgument, ProgramError, runProgram, startProgram, type RunningProgram } from './program.ts';
export { readAs } from './readAs.ts';
export { readFrames, wholeSpan, type FilmFrame } from './readFrames.ts';
export { readShots, type CutFrame } from './readShots.ts';
export { respaceSound } from './respaceSound.ts';
export { sealFilm, type Seal } from './sealFilm.ts';
export {
  probeSound,
  readSound,
  soundOfFilm,
  streamSound,
  streamSoundOfFilm,
  type SoundFile,
} from './sound.ts';
export type { SoundPiece } from './soundPieces.ts';
export { planSplice, type SplicedSpan } from './splice/planSplice.ts';
export { sumPictures, type CopiedSpan } from './splice/pictureSum.ts';
export {
  findSpliceSource,
  isSpliceCodec,
  type Spliceable,
  type SpliceSource,
} from './splice/spliceSource.ts';
export { timecodeStart } from './timecodeStart.ts';
export { drawPart } from './viewing/drawPart.ts';
export { openPictureSeries, type PictureSeries } from './viewing/pictureSeries.ts';
export { laySideBySide, type SideBySide } from './viewing/sideBySide.ts';
export { openWebPart } from './viewing/openWebPart.ts';
export { makeWebSound, type WebSoundOptions } from './viewing/webSound.ts';
export { makeWebProxy, type WebProxy, type WebProxyOptions } from './viewing/webProxy.ts';
export type { RangeTreatment, Size } from './viewing/viewingPicture.ts';
export { frameIndex, numbersOf, type FrameIndex, type Runs } from './viewing/frameIndex.ts';
export { soundPeaks, type PeakHeader, type PeakOptions } from './viewing/soundPeaks.ts';
export {
  drawThumbnails,
  framesEvery,
  THUMBNAIL_INDEX,
  type ThumbnailIndex,
  type ThumbnailOptions,
} from './viewing/thumbnails.ts';
