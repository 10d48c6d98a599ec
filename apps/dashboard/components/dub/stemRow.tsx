'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { Replace, Scaling, Trash2, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button, classes, IconButton, SelectField, useToasts } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { changeDub } from '#lib/api/dubs.ts';
import { useMay } from '#lib/api/session.ts';
import { changeStem, type Stem, type StemChanges, type StemKind } from '#lib/api/stems.ts';
import type { Dub } from '#lib/api/titles.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { CharacterSelect } from './characterSelect.tsx';
import { KIND_ICONS, SOUND_KINDS } from './kindWords.ts';
import { besideFilm } from './stemLength.ts';

interface StemRowProps {
  readonly stem: Stem;
  readonly dub: Dub;
  readonly characters: readonly Character[];
  readonly filmSeconds: number | undefined;
  /** It is not heard because there are dialogue stems. */
  readonly unheard: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

/** One audio file of a dub: what it is, whose, and how long beside the film. */
export function StemRow(props: StemRowProps): ReactElement {
  const { stem, dub, characters, filmSeconds, unheard, onReplace, onRemove } = props;
  const t = useTranslations('dub');
  const locale = useLocale();
  const may = useMay();
  const { fail } = useToasts();
  const changed = useChange('dubs', 'plans');
  const [busy, setBusy] = useState(false);
  const Icon = KIND_ICONS[stem.kind];
  const frozen = busy || !may('stems:edit');
  const change = async (changes: StemChanges): Promise<void> => {
    setBusy(true);
    await changed(changeStem(stem, changes)).catch(fail);
    setBusy(false);
  };
  return (
    <li className="flex flex-col gap-1.5 border-b border-line/60 px-3 py-2 last:border-0">
      <div className="flex flex-wrap items-center gap-3">
        <Icon size={16} aria-hidden className="shrink-0 text-dim" />
        <span className="min-w-32 flex-1 truncate" title={stem.name}>
          {stem.name}
        </span>
        <div className="w-40">
          <SelectField
            bare
            label={t('kindOf', { name: stem.name })}
            value={stem.kind}
            disabled={frozen}
            onChange={(event) => void change({ kind: event.currentTarget.value as StemKind })}
          >
            {SOUND_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind-${kind}`)}
              </option>
            ))}
          </SelectField>
        </div>
        {stem.kind === 'dialogue' && (
          <div className="w-40">
            <CharacterSelect
              label={t('voiceOf', { name: stem.name })}
              nobody={t('everybody')}
              characters={characters}
              value={stem.character}
              disabled={frozen}
              onChange={(character) => void change({ character })}
            />
          </div>
        )}
        <span className="w-24 text-right text-dim tabular-nums">{nameOfDuration(stem.seconds, locale)}</span>
        <div className="flex gap-1">
          <IconButton
            icon={Replace}
            label={t('replaceNamed', { name: stem.name })}
            disabled={!may('stems:create')}
            onClick={onReplace}
          />
          <IconButton
            icon={Trash2}
            label={t('removeNamed', { name: stem.name })}
            disabled={!may('stems:delete')}
            onClick={onRemove}
          />
        </div>
      </div>
      {filmSeconds !== undefined && <Length {...{ stem, dub, filmSeconds, onReplace }} />}
      {unheard && <p className="text-dim">{t('mixUnheard')}</p>}
    </li>
  );
}

type LengthProps = Pick<StemRowProps, 'stem' | 'dub' | 'onReplace'> & { readonly filmSeconds: number };

/** How long a voice is beside its film, as a picture; where it does not fit, what that means and the ways out. */
function Length({ stem, dub, filmSeconds, onReplace }: LengthProps): ReactNode {
  const t = useTranslations('dub');
  const { longer, fits } = besideFilm(stem, filmSeconds);
  const longest = Math.max(stem.seconds, filmSeconds);
  const share = (seconds: number): string => `${(seconds / longest) * 100}%`;
  return (
    <>
      <div aria-hidden className="relative h-1.5 w-full rounded-sm bg-ground">
        <div className="absolute h-full rounded-sm bg-line" style={{ width: share(filmSeconds) }} />
        <div
          className={classes('absolute h-full rounded-sm opacity-80', fits ? 'bg-good' : 'bg-warn')}
          style={{ width: share(stem.seconds) }}
        />
      </div>
      {!fits && <Misfit {...{ dub, longer, onReplace }} fitted={dub.settings.fitVoice} />}
      {fits && <span className="sr-only">{t('asLongAsFilm')}</span>}
    </>
  );
}

interface MisfitProps {
  readonly dub: Dub;
  readonly longer: number;
  readonly fitted: boolean;
  readonly onReplace: () => void;
}

function Misfit({ dub, longer, fitted, onReplace }: MisfitProps): ReactElement {
  const t = useTranslations('dub');
  const locale = useLocale();
  const { fail } = useToasts();
  const may = useMay()('dubs:edit');
  const changed = useChange('dubs', 'plans');
  const [busy, setBusy] = useState(false);
  const time = nameOfDuration(Math.abs(longer), locale);
  if (fitted) return <p className="text-dim">{t(longer > 0 ? 'longerFitted' : 'shorterFitted', { time })}</p>;
  const fit = async (): Promise<void> => {
    setBusy(true);
    await changed(changeDub(dub, { fitVoice: true })).catch(fail);
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TriangleAlert size={14} aria-hidden className="shrink-0 text-warn" />
      <p className="min-w-60 flex-1">{t(longer > 0 ? 'longerThanFilm' : 'shorterThanFilm', { time })}</p>
      <Button icon={Scaling} busy={busy} disabled={!may} onClick={() => void fit()}>
        {t('fitIt')}
      </Button>
      <Button icon={Replace} onClick={onReplace}>
        {t('replace')}
      </Button>
    </div>
  );
}
