export { frameTimesOf, type FrameIndex, type FrameTimes } from './frameTimes.ts';
export { placeOf, secondsAt } from './places.ts';
export { thumbnailOf, type ThumbnailIndex, type ThumbnailPlace } from './thumbnails.ts';
export { fetchFile, sourceUrls, useFrameTimes, usePeaks, useThumbnails, type Peaks } from './useFilm.ts';
