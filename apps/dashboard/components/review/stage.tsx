'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import {
  PlayerCanvas,
  Transport,
  usePlayerState,
  type Box,
  type FilmPlayer,
} from '#components/player/index.ts';
import { DrawingLayer, ShownDrawings } from './drawingLayer.tsx';
import { LineText } from './lineText.tsx';
import { drawnOver } from './moments.ts';
import { PendingVerdicts } from './pendingVerdicts.tsx';
import { ShotTimeline } from './shotTimeline.tsx';
import { SideLabels } from './sideLabels.tsx';
import { linesOfShot, useHeardSounds } from './useHeardSounds.ts';
import type { Layout } from './useLayout.ts';
import type { ReviewData } from './useReviewData.ts';
import type { ReviewDeskState } from './useReviewDesk.ts';
import type { PendingVerdict } from './verdictQueue.ts';
import { ViewBar } from './viewBar.tsx';

interface StageProps {
  readonly player: FilmPlayer;
  readonly data: ReviewData;
  readonly desk: ReviewDeskState;
  readonly layout: Layout;
  readonly pending: readonly PendingVerdict[];
}

/** The picture with what belongs to it: how it is shown, what is said, where one is. */
export function Stage({ player, data, desk, layout, pending }: StageProps): ReactElement {
  const t = useTranslations('review');
  // A replacement keeps the sound of its film, and has no lines of its own.
  const isDub = data.dub.kind === 'dub';
  const { shot } = desk.place;
  const lines = shot ? linesOfShot(data.timeline.lines, shot, player.times) : [];
  const sounds = useHeardSounds(data.plan, lines, player.times);
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <ViewBar player={player} layout={layout} onMouth={desk.mouth} />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <PlayerCanvas player={player} zoomable={desk.composing.draft === null} className="flex-1">
          {(box) => (
            <>
              {layout.drawingsShown && <Drawings player={player} desk={desk} box={box} />}
              <DrawingLayer composing={desk.composing} box={box} />
            </>
          )}
        </PlayerCanvas>
        <SideLabels player={player} sides={desk.sides} />
        <PendingVerdicts pending={pending} onUndo={desk.takeBack} />
      </div>
      {isDub && <LineText player={player} lines={lines} language={data.dub.language} />}
      {shot && (
        <ShotTimeline
          player={player}
          shot={shot}
          notes={desk.shotNotes}
          flags={desk.shotFlags}
          sounds={sounds}
        />
      )}
      <Transport player={player} noVoice={isDub && data.voice === null ? t('noVoice') : undefined} />
    </div>
  );
}

interface DrawingsProps {
  readonly player: FilmPlayer;
  readonly desk: ReviewDeskState;
  readonly box: Box;
}

function Drawings({ player, desk, box }: DrawingsProps): ReactElement | null {
  const frame = usePlayerState(player, ({ shown }) => shown);
  if (frame === null || desk.composing.draft !== null) return null;
  const drawn = drawnOver(desk.shotNotes, frame, desk.sides.shown?.id);
  if (drawn.length === 0) return null;
  return <ShownDrawings strokes={drawn.flatMap(({ drawing }) => drawing!.strokes)} box={box} />;
}
