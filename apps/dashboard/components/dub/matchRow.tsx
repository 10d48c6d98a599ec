'use client';

import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { Check, EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button, classes, IconButton, Portrait, SelectField } from '#components/ui/index.ts';
import { portraitUrl, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import type { Stem } from '#lib/api/stems.ts';
import { FacePicker } from '#components/faces/index.ts';
import { FACE } from './matchingBoard.tsx';
import type { Match } from './matches.ts';
import type { Matching } from './useMatching.ts';

interface MatchRowProps {
  readonly match: Match;
  readonly performers: readonly Performer[];
  readonly stems: readonly Stem[];
  readonly matching: Matching;
}

/** A character with performer and stem; a face that is put on it plays the part. */
export function MatchRow(props: MatchRowProps): ReactElement {
  const { match, performers, matching } = props;
  const t = useTranslations('dub');
  const may = useMay()('characters:edit');
  const [over, setOver] = useState(false);
  const { character, lines } = match;
  const holds = (event: DragEvent): void => {
    if (!may || !event.dataTransfer.types.includes(FACE)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const performer = performers.find(({ id }) => id === event.dataTransfer.getData(FACE));
    if (performer === undefined) return;
    event.preventDefault();
    void matching.cast(character, { performer: performer.id, offScreen: false });
  };
  return (
    <tr
      onDragOver={holds}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classes(
        'border-b border-line/60 last:border-0',
        over && 'bg-hover outline-2 outline-accent',
      )}
    >
      <th scope="row" className="px-3 py-1.5 font-normal">
        <span className="block max-w-64 truncate" title={character.name}>
          {character.name}
        </span>
        <span className="text-xs text-faint">{t('lineCount', { count: lines })}</span>
      </th>
      <td className="px-3 py-1.5">
        <Part {...props} />
      </td>
      <td className="px-3 py-1.5">
        <Voice {...props} />
      </td>
    </tr>
  );
}

/** Who plays the part, or who seems to. */
function Part({ match, performers, matching }: MatchRowProps): ReactElement {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const may = useMay()('characters:edit');
  const { character, suggested } = match;
  const { name, offScreen } = character;
  const actor = performers.find(({ id }) => id === character.performer);
  const maybe = performers.find(({ id }) => id === suggested?.performer);
  const shown = actor ?? maybe;
  return (
    <div className="flex items-center gap-2">
      <FacePicker
        orNobody
        label={t('whoPlays', { name })}
        performers={performers.filter(({ ignored }) => !ignored)}
        chosen={actor?.id ?? null}
        onPick={(performer) =>
          void matching.cast(character, { performer: performer?.id ?? null, offScreen: false })
        }
      >
        <button
          type="button"
          disabled={!may}
          title={may ? t('whoPlays', { name }) : common('notAllowed')}
          aria-label={`${t('whoPlays', { name })}: ${actor?.name ?? common('nobody')}`}
          className={classes(
            'shrink-0 rounded-md border-2 hover:not-disabled:border-accent',
            actor ? 'border-line' : 'border-dashed border-edge',
          )}
        >
          <Portrait
            src={shown?.hasPortrait ? portraitUrl(shown.id) : null}
            name=""
            className={classes('size-10 rounded-sm', !actor && maybe && 'opacity-80')}
          />
        </button>
      </FacePicker>
      {actor && <span className="truncate">{actor.name}</span>}
      {!actor && maybe && suggested && (
        <>
          <span className="min-w-0">
            <span className="block truncate italic">{t('perhaps', { name: maybe.name })}</span>
            <span className="text-xs text-faint">
              {t('howSure', { lines: suggested.lines, of: suggested.of })}
            </span>
          </span>
          {may && (
            <Button
              icon={Check}
              aria-label={t('acceptFor', { name, performer: maybe.name })}
              onClick={() => void matching.cast(character, { performer: maybe.id })}
            >
              {t('accept')}
            </Button>
          )}
        </>
      )}
      {!actor &&
        !maybe &&
        (offScreen ? <Badge>{t('neverSeen')}</Badge> : <span className="text-faint">{t('notCast')}</span>)}
      <span className="flex-1" />
      <IconButton
        icon={EyeOff}
        pressed={offScreen}
        disabled={!may}
        label={t('neverSeenSwitch', { name })}
        onClick={() => void matching.cast(character, { offScreen: !offScreen })}
      />
    </div>
  );
}

/** Whose voice it is: a stem of their own, or everybody's. */
function Voice({ match, stems, matching }: MatchRowProps): ReactNode {
  const t = useTranslations('dub');
  const may = useMay();
  const { character, stem, suggestedStem } = match;
  const dialogue = stems.filter(({ kind }) => kind === 'dialogue');
  if (dialogue.length === 0) return <span className="text-faint">{t('allInMix')}</span>;
  const allowed = may('stems:edit');
  const choose = (id: string): void => {
    const chosen = dialogue.find((each) => each.id === id);
    if (chosen !== undefined) void matching.give(chosen, character.id);
    else if (stem !== null) void matching.give(stem, null);
  };
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <SelectField
          bare
          label={t('stemOf', { name: character.name })}
          value={stem?.id ?? ''}
          disabled={!allowed || matching.busy}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('noStem')}</option>
          {dialogue.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {stem === null && suggestedStem !== null && allowed && (
        <Button
          icon={Check}
          title={suggestedStem.name}
          onClick={() => void matching.give(suggestedStem, character.id)}
          className="max-w-44"
        >
          <span className="truncate">{t('perhaps', { name: suggestedStem.name })}</span>
        </Button>
      )}
    </div>
  );
}
