import type { ReactElement } from 'react';
import type { FrameSpan } from '@mondwerk/film';
import { thumbnailOf, sourceUrls, type ThumbnailIndex } from '#lib/film/index.ts';

interface ShotThumbProps {
  readonly source: string;
  readonly index: ThumbnailIndex | undefined;
  readonly shot: FrameSpan;
  /** In pixels. */
  readonly height: number;
  readonly width: number;
}

/** A small picture of a shot, cut from its sheet; the shape is that of the film within the given size. */
export function ShotThumb({ source, index, shot, height, width }: ShotThumbProps): ReactElement {
  const size = { width, height };
  const frame = index && frameIn(index.frames, shot);
  if (index === undefined || frame === undefined) {
    return <span aria-hidden className="block shrink-0 rounded-sm bg-black" style={size} />;
  }
  const { sheet, left, top } = thumbnailOf(index, frame);
  const scale = Math.min(width / index.width, height / index.height);
  const [across, down] = [index.width * scale, index.height * scale];
  return (
    <span aria-hidden className="flex shrink-0 items-center justify-center rounded-sm bg-black" style={size}>
      <span
        className="block"
        style={{
          width: across,
          height: down,
          backgroundImage: `url("${sourceUrls(source).sheet(sheet)}")`,
          backgroundPosition: `${-left * scale}px ${-top * scale}px`,
          backgroundSize: `${index.columns * across}px ${index.rows * down}px`,
        }}
      />
    </span>
  );
}

/** Of the frames that have pictures, the one nearest to the middle of a shot; none of another shot. */
function frameIn(frames: readonly number[], { start, end }: FrameSpan): number | undefined {
  const middle = (start + end) / 2;
  const inside = frames.filter((frame) => frame >= start && frame < end);
  return inside.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}
