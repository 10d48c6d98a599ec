'use client';

import { useMemo, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { FilmPlayer } from '#components/player/index.ts';
import { StateSign } from '#components/timeline/index.ts';
import { Await, classes } from '#components/ui/index.ts';
import { usePerformers } from '#lib/api/cast.ts';
import { useNoteActs } from '#lib/api/notes.ts';
import { useMay, useSession } from '#lib/api/session.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { Details } from './details.tsx';
import { reviewShots, type ReviewShot } from './reviewShots.ts';
import { SendBackDialog } from './sendBackDialog.tsx';
import { ShotStrip } from './shotStrip.tsx';
import { Stage } from './stage.tsx';
import { useLayout, type Layout } from './useLayout.ts';
import { usePlace } from './usePlace.ts';
import type { ReviewData } from './useReviewData.ts';
import { useReviewDesk, type ReviewDeskState } from './useReviewDesk.ts';
import { useReviewKeys } from './useReviewKeys.ts';
import { useReviewPlayer, useShownSides } from './useReviewPlayer.ts';
import { useSides } from './useSides.ts';
import { useVerdicts } from './useVerdicts.ts';
import type { PendingVerdict } from './verdictQueue.ts';

interface ReviewDeskProps {
  readonly title: string;
  readonly data: ReviewData;
}

/** Shots beside the picture, and beside it what is known of the one that is looked at. */
export function ReviewDesk({ title, data }: ReviewDeskProps): ReactElement {
  const t = useTranslations('review');
  const { queue, pending } = useVerdicts();
  const shots = useShots(data, pending);
  const asked = useReviewPlayer(data);
  const { player } = asked;
  const place = usePlace(player, shots);
  const sides = useSides(data.dub.id, shots, place.shot);
  useShownSides(player, sides);
  const desk = useReviewDesk({ data, shots, player, place, sides, queue });
  const layout = useLayout();
  useReviewKeys(player, desk, layout);
  return (
    <Await of={{ ...asked, data: player }}>
      {(ready) => (
        <div className={classes('flex', layout.full ? 'fixed inset-0 z-30 bg-ground' : 'min-h-0 flex-1')}>
          {layout.shotsShown && (
            <aside
              aria-label={t('shots')}
              className="flex w-52 shrink-0 flex-col border-r border-line bg-panel"
            >
              <ShotStrip
                source={data.dub.source}
                shots={shots}
                times={ready.times}
                deliver={`/titles/${title}/dubs/${data.dub.id}/deliver`}
                filter={desk.filter}
                onFilter={desk.setFilter}
                selected={place.shot}
                onSelect={place.goTo}
              />
            </aside>
          )}
          <Stage {...{ data, desk, layout, pending }} player={ready} />
          <Side {...{ title, data, desk, layout }} player={ready} />
        </div>
      )}
    </Await>
  );
}

/** The shots, with what was decided just now. */
function useShots({ source, timeline }: ReviewData, pending: readonly PendingVerdict[]): ReviewShot[] {
  return useMemo(() => {
    const decided = new Map(pending.map(({ take, decision }) => [take.index, decision.verdict]));
    return reviewShots(source, timeline, decided);
  }, [source, timeline, pending]);
}

interface SideProps extends ReviewDeskProps {
  readonly desk: ReviewDeskState;
  readonly layout: Layout;
  readonly player: FilmPlayer;
}

function Side({ title, data, desk, layout, player }: SideProps): ReactElement {
  const t = useTranslations('review');
  const states = useTranslations('film');
  const acts = useNoteActs(data.dub.id);
  const { shot } = desk.place;
  return (
    <>
      {/* A note that is being written stays, even where there is hardly room for it. */}
      {(layout.detailsShown || desk.composing.draft !== null) && (
        <aside
          aria-label={t('details')}
          className="flex w-76 shrink-0 flex-col border-l border-line bg-panel"
        >
          {shot && (
            <h2 className="flex min-h-9 items-center gap-2 border-b border-line px-3">
              {t('shot', { number: shot.index + 1 })}
              <span className="flex items-center gap-1 text-sm font-normal text-dim">
                <StateSign state={shot.state} />
                {states(shot.state)}
              </span>
            </h2>
          )}
          <Details desk={desk} player={player} acts={acts} />
        </aside>
      )}
      <SendingBack title={title} desk={desk} times={player.times} />
    </>
  );
}

interface SendingBackProps {
  readonly title: string;
  readonly desk: ReviewDeskState;
  readonly times: FrameTimes;
}

function SendingBack({ title, desk, times }: SendingBackProps): ReactElement | null {
  const may = useMay();
  const isClient = useSession().data?.person.role === 'client';
  const take = desk.sides.shown;
  const { data: performers = [] } = usePerformers(title, may('performers:read'));
  if (desk.sendingBack === null || take === undefined) return null;
  return (
    <SendBackDialog
      key={take.id}
      take={take}
      times={times}
      here={desk.sendingBack}
      performers={performers.filter(({ id }) => take.performers.includes(id))}
      mayRender={!isClient}
      onClose={desk.endSendBack}
      onDecide={desk.decide}
    />
  );
}
