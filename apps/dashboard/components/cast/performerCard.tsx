'use client';

import { memo, useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { classes, Portrait } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { CardActs } from './cardActs.ts';
import { CardMenu } from './cardMenu.tsx';
import { CardName } from './cardName.tsx';
import { targetName } from './dragging.ts';
import { FaceFacts } from './faceFacts.tsx';
import { facePicture } from '#components/faces/index.ts';
import type { RightsOfCast } from './rightsOfCast.ts';

interface PerformerCardProps {
  readonly performer: Performer;
  /** Where they are first seen, as a timecode; `null` while that is not known. */
  readonly first: string | null;
  /** Where they are seen along the film, as the path of a strip. */
  readonly strip: string;
  /** The names of the parts that they play. */
  readonly parts: readonly string[];
  readonly signsOf: RightsOfCast['signsOf'] | null;
  readonly acts: CardActs;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly renaming: boolean;
  /** Something is about to be put down on it, or it is about to be joined. */
  readonly over: boolean;
  /** It is being carried, or waits to be joined with somebody. */
  readonly lifted: boolean;
  /** A click says whom the others are the same person as. */
  readonly joining: boolean;
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
}

/** Somebody in the film: their face, name, how they are seen, whom they play, and the rights in their face. */
export const PerformerCard = memo(function PerformerCard(props: PerformerCardProps): ReactElement {
  const t = useTranslations('cast');
  const { performer, acts, chosen, current, over, lifted, joining, mayEdit } = props;
  const { id, name } = performer;
  const order = current ? 0 : -1;
  const [hovered, hover] = useState(false);
  return (
    <li
      data-target={targetName({ kind: 'performer', id })}
      onFocus={() => acts.focus(id)}
      onPointerEnter={() => hover(true)}
      className={classes(
        'flex min-w-0 flex-col rounded-md border bg-panel [contain-intrinsic-size:auto_19rem] [content-visibility:auto]',
        over ? 'border-accent outline-2 outline-accent' : chosen ? 'border-accent' : 'border-line',
        lifted && 'opacity-50',
      )}
    >
      <div className="relative">
        <button
          type="button"
          data-card={id}
          tabIndex={order}
          aria-label={joining ? t('joinWith', { name }) : t('open', { name })}
          onClick={(event) => acts.press(id, event)}
          onPointerDown={(event) => mayEdit && acts.carry({ kind: 'performers', ids: [id] }, event)}
          className="block w-full rounded-t-md -outline-offset-2! select-none [-webkit-touch-callout:none]"
        >
          <Portrait
            src={facePicture(performer)}
            name=""
            className={classes(
              'aspect-4/3 w-full rounded-t-md object-[50%_30%]',
              performer.ignored && 'grayscale',
            )}
          />
        </button>
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={order}
          aria-label={t('choose', { name })}
          onChange={() => undefined}
          onClick={(event) => acts.toggle(id, event.shiftKey)}
          className="absolute top-1 left-1 size-6 accent-accent"
        />
        <div className="absolute top-1 right-1">
          <CardMenu
            {...{ performer, acts, mayEdit }}
            mayRecord={props.mayRecord}
            tabIndex={order}
            ready={current || hovered}
          />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5 p-2">
        <CardName {...{ performer, acts, mayEdit }} renaming={props.renaming} tabIndex={order} />
        <FaceFacts performer={performer} first={props.first} strip={props.strip} />
        {props.parts.length > 0 && (
          <p className="line-clamp-2 wrap-anywhere">
            <span className="text-faint">{t('plays')} </span>
            {props.parts.join(', ')}
          </p>
        )}
        {!performer.ignored && props.signsOf?.(id, order)}
      </div>
    </li>
  );
});
