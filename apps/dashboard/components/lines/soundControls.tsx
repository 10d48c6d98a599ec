'use client';

import type { ReactElement } from 'react';
import { RotateCcw, Volume2, VolumeX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, IconButton, Keys } from '#components/ui/index.ts';
import type { EditSettings } from './inspector.tsx';
import { cleared, LIMITS, muteSwitched, SHAPES, withSound } from './lineSettings.ts';
import { Slider } from './slider.tsx';
import { SHAPE_SIGNS } from './soundRow.tsx';
import type { Sound } from './sounds.ts';

interface SoundControlsProps {
  readonly sound: Sound | undefined;
  /** How many sounds the line has. */
  readonly count: number;
  readonly disabled: boolean;
  readonly onEdit: EditSettings;
}

/** What can be set of one sound: when, how far, whether, and with which shape. */
export function SoundControls({ sound, count, disabled, onEdit }: SoundControlsProps): ReactElement | null {
  const t = useTranslations('lines');
  if (count === 0) return null;
  if (sound === undefined) {
    return (
      <p className="border-t border-line pt-2 text-faint">
        {t('chooseSound')} <Keys>[</Keys> <Keys>]</Keys>
      </p>
    );
  }
  const { edit, edited, ipa, word, phone } = sound;
  const what = (act: string): string => `${act} ${phone}`;
  const muted = edit.muted === true;
  return (
    <div className="flex flex-col gap-1.5 border-t border-line pt-1.5">
      <div className="flex items-center gap-1">
        <h3>
          <span className="text-base text-accent">{ipa}</span>{' '}
          {word !== null && <span className="font-normal text-dim">{t('inWord', { word })}</span>}
        </h3>
        <span className="flex-1" />
        <IconButton
          icon={muted ? VolumeX : Volume2}
          label={t(muted ? 'unmute' : 'mute')}
          pressed={muted}
          disabled={disabled}
          onClick={() => onEdit((now) => muteSwitched(now, sound), what('mute'))}
        />
        <IconButton
          icon={RotateCcw}
          label={t('clearSound')}
          disabled={disabled || !edited}
          onClick={() => onEdit((now) => cleared(now, sound), what('clear'))}
        />
      </div>
      <Slider
        label={t('shift')}
        unit="ms"
        value={Math.round((edit.shift ?? 0) * 1000)}
        least={LIMITS.shift.least * 1000}
        most={LIMITS.shift.most * 1000}
        step={1}
        disabled={disabled || muted}
        onChange={(ms) => onEdit((now) => withSound(now, sound, { shift: ms / 1000 }), what('shift'))}
      />
      <Slider
        label={t('soundStrength')}
        unit="%"
        value={Math.round((edit.strength ?? 1) * 100)}
        least={LIMITS.soundStrength.least * 100}
        most={LIMITS.soundStrength.most * 100}
        step={5}
        disabled={disabled || muted}
        onChange={(percent) =>
          onEdit((now) => withSound(now, sound, { strength: percent / 100 }), what('strength'))
        }
      />
      <Shapes {...{ sound, onEdit }} disabled={disabled || muted} />
    </div>
  );
}

interface ShapesProps {
  readonly sound: Sound;
  readonly disabled: boolean;
  readonly onEdit: EditSettings;
}

function Shapes({ sound, disabled, onEdit }: ShapesProps): ReactElement {
  const t = useTranslations('lines');
  const choices = [undefined, ...SHAPES];
  return (
    <div className="flex items-center gap-2">
      <span className="w-24 shrink-0 truncate text-dim" id="shape-of-sound">
        {t('shape')}
      </span>
      <div role="group" aria-labelledby="shape-of-sound" className="flex rounded-md border border-line">
        {choices.map((shape) => {
          const on = sound.edit.shape === shape;
          const name = shape === undefined ? t('ownShape') : t(`shape-${shape}`);
          return (
            <button
              key={shape ?? 'own'}
              type="button"
              aria-pressed={on}
              aria-label={name}
              title={name}
              disabled={disabled}
              onClick={() => onEdit((now) => withSound(now, sound, { shape }), `shape ${sound.phone}`)}
              className={classes(
                'h-6 min-w-8 rounded-sm px-1.5 disabled:opacity-50',
                on ? 'bg-hover text-accent' : 'text-dim hover:not-disabled:text-text',
              )}
            >
              {shape === undefined ? t('ownShapeShort') : SHAPE_SIGNS[shape]}
            </button>
          );
        })}
      </div>
    </div>
  );
}
