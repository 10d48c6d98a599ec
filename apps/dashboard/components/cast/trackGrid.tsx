'use client';

import { memo, type MouseEvent, type ReactElement } from 'react';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, Portrait } from '#components/ui/index.ts';
import { trackPortraitUrl, type FaceTrack } from '#lib/api/cast.ts';
import { useGrowing } from './useGrowing.ts';
import { useSteady } from './useSteady.ts';
import type { Timecodes } from './useTimecodes.ts';

interface TrackGridProps {
  /** In the order of the film. */
  readonly tracks: readonly FaceTrack[];
  readonly chosen: ReadonlySet<string>;
  readonly timecodeOf: Timecodes;
  readonly onPress: (track: string, event: MouseEvent) => void;
}

/** Pictures of one face through every shot it is in, to be chosen. */
export function TrackGrid({ tracks, chosen, timecodeOf, onPress }: TrackGridProps): ReactElement {
  const t = useTranslations('cast');
  const { shown, end } = useGrowing(tracks.length);
  const acts = useSteady({ press: onPress });
  return (
    <ul aria-label={t('faces')} className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2">
      {tracks.slice(0, shown).map((track) => (
        <TrackTile
          key={track.id}
          track={track}
          timecode={timecodeOf(track.start)}
          chosen={chosen.has(track.id)}
          onPress={acts.press}
        />
      ))}
      {shown < tracks.length && (
        <li key={`end-${shown}`} ref={end} className="p-4 text-dim">
          {t('moreBelow', { count: tracks.length - shown })}
        </li>
      )}
    </ul>
  );
}

interface TrackTileProps {
  readonly track: FaceTrack;
  readonly timecode: string | null;
  readonly chosen: boolean;
  readonly onPress: (track: string, event: MouseEvent) => void;
}

const TrackTile = memo(function TrackTile({
  track,
  timecode,
  chosen,
  onPress,
}: TrackTileProps): ReactElement {
  const t = useTranslations('cast');
  const { id, shot, hasPortrait } = track;
  return (
    <li>
      <button
        type="button"
        data-track={id}
        aria-pressed={chosen}
        onClick={(event) => onPress(id, event)}
        className={classes(
          'relative flex w-full flex-col rounded-md border bg-panel text-left text-xs select-none',
          chosen ? 'border-accent outline-2 outline-accent' : 'border-line hover:border-edge',
        )}
      >
        <Portrait
          src={hasPortrait ? trackPortraitUrl(id) : null}
          name=""
          className="aspect-square w-full rounded-t-md"
        />
        {chosen && (
          <span className="absolute top-1 right-1 rounded-sm bg-accent-deep p-0.5 text-white">
            <Check size={14} aria-hidden />
          </span>
        )}
        <span className="flex flex-wrap justify-between gap-x-2 px-1.5 py-1 text-dim tabular-nums">
          <span>{t('shot', { number: shot + 1 })}</span>
          <span className="font-mono">{timecode}</span>
        </span>
      </button>
    </li>
  );
});
