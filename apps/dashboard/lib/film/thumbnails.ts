/** How the thumbnails of a source lie on their sheets (docs/proxies.md). */
export interface ThumbnailIndex {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Which frame each one shows, ascending. */
  readonly frames: readonly number[];
  readonly sheets: readonly string[];
}

/** Where a thumbnail lies. */
export interface ThumbnailPlace {
  readonly sheet: number;
  /** Pixels from the left and the top of the sheet. */
  readonly left: number;
  readonly top: number;
}

/** Where the thumbnail lies that shows a frame, or the last one before it. */
export function thumbnailOf(
  { frames, width, height, columns, rows }: ThumbnailIndex,
  frame: number,
): ThumbnailPlace {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (frames[middle] <= frame) low = middle;
    else high = middle - 1;
  }
  const onSheet = low % (columns * rows);
  return {
    sheet: Math.floor(low / (columns * rows)),
    left: (onSheet % columns) * width,
    top: Math.floor(onSheet / columns) * height,
  };
}
