import type { ReactElement, ReactNode } from 'react';
import type { FrameSpan } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import type { TimelineModel } from '#components/timeline/index.ts';
import { thumbnailOf, type FrameTimes } from '#lib/film/index.ts';
import { picturesOf } from './picturesOf.ts';

interface ShotPicturesProps {
  readonly pictures: NonNullable<TimelineModel['pictures']>;
  readonly shot: FrameSpan;
  readonly frames: FrameTimes;
  readonly onGo: (frame: number) => void;
}

/** As many pictures tell what a shot is. */
const MOST = 6;
const WIDTH = 124;

/** Some pictures of a shot; pressing one goes there. */
export function ShotPictures({
  pictures: { index, sheet },
  shot,
  frames,
  onGo,
}: ShotPicturesProps): ReactNode {
  const shown = picturesOf(index.frames, shot, MOST);
  if (shown.length === 0) return null;
  const scale = WIDTH / index.width;
  const size = { width: WIDTH, height: index.height * scale };
  return (
    <ul className="flex flex-wrap gap-1">
      {shown.map((frame) => {
        const place = thumbnailOf(index, frame);
        return (
          <li key={frame}>
            <Picture
              label={frames.timecodeOf(frame)}
              onPress={() => onGo(frame)}
              style={{
                ...size,
                backgroundImage: `url("${sheet(place.sheet)}")`,
                backgroundPosition: `${-place.left * scale}px ${-place.top * scale}px`,
                backgroundSize: `${index.columns * size.width}px ${index.rows * size.height}px`,
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface PictureProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly style: React.CSSProperties;
}

function Picture({ label, onPress, style }: PictureProps): ReactElement {
  const t = useTranslations('film');
  return (
    <button
      type="button"
      aria-label={t('goToFrame', { timecode: label })}
      title={label}
      onClick={onPress}
      style={style}
      className="block rounded-sm bg-black"
    />
  );
}
