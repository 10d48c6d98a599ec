import type { ReactElement } from 'react';
import { thumbnailOf } from '#lib/film/index.ts';
import type { FilmPictures } from './timelineModel.ts';

/** The small pictures of a film. */
export type ShotPictures = Pick<FilmPictures, 'index' | 'sheet'>;

interface ShotPictureProps {
  readonly pictures: ShotPictures | undefined;
  /** Frames of the film, from start up to, not including, end. */
  readonly start: number;
  readonly end: number;
  /** In pixels, of a box of 16 by 9. */
  readonly height: number;
}

/** What is seen in the middle of a shot; words beside it say which shot that is. */
export function ShotPicture({ pictures, start, end, height }: ShotPictureProps): ReactElement {
  const width = Math.round((height * 16) / 9);
  return (
    <span
      aria-hidden
      className="flex shrink-0 items-center justify-center rounded-sm bg-black"
      style={{ width, height }}
    >
      {pictures && <span className="block" style={styleOf(pictures, (start + end) >> 1, width, height)} />}
    </span>
  );
}

function styleOf({ index, sheet }: ShotPictures, frame: number, width: number, height: number) {
  const place = thumbnailOf(index, frame);
  const scale = Math.min(width / index.width, height / index.height);
  return {
    width: index.width * scale,
    height: index.height * scale,
    backgroundImage: `url("${sheet(place.sheet)}")`,
    backgroundPosition: `${-place.left * scale}px ${-place.top * scale}px`,
    backgroundSize: `${index.columns * index.width * scale}px ${index.rows * index.height * scale}px`,
  };
}
