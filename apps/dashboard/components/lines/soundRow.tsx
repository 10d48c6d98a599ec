'use client';

import { useId, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import { BANDS, SOUNDS_TOP } from './scene.ts';
import type { Shape } from './lineSettings.ts';
import { soundBeside, type Sound } from './sounds.ts';
import { xOf, type View } from './view.ts';

interface SoundRowProps {
  readonly sounds: readonly Sound[];
  readonly view: View;
  readonly chosen: number | null;
  /** Nobody may edit it: it can be looked at. */
  readonly fixed: boolean;
  readonly onChoose: (sound: number | null) => void;
  /** A sound is drawn to be made `shift` seconds later than it is heard in its line. */
  readonly onShift: (sound: Sound, shift: number) => void;
}

/** A sign for each shape of the mouth, seen from the front. */
export const SHAPE_SIGNS: Readonly<Record<Shape, string>> = {
  closed: '━',
  'lip-to-teeth': '◡',
  rounded: '○',
  open: '◯',
  rest: '–',
};

/** Pixels that a hand may tremble while it presses. */
const TREMBLE = 3;

/** The sounds of a line where the mouth makes them, with the shapes that they need; one is chosen and can be moved. */
export function SoundRow({ sounds, view, chosen, fixed, onChoose, onShift }: SoundRowProps): ReactElement {
  const t = useTranslations('lines');
  const id = useId();
  const press = (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (way === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    onChoose(soundBeside(sounds, chosen, way));
    event.preventDefault();
    event.stopPropagation();
  };
  const perSecond = view.width / (view.end - view.start);
  return (
    <div
      role="listbox"
      aria-label={t('sounds')}
      aria-activedescendant={chosen === null ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      onKeyDown={press}
      className="absolute inset-x-0 overflow-hidden"
      style={{ top: SOUNDS_TOP, height: BANDS.sounds }}
    >
      {sounds.map((sound) => (
        <Handle
          key={sound.phone}
          id={`${id}-${sound.phone}`}
          sound={sound}
          left={xOf(view, sound.made.start)}
          width={(sound.made.end - sound.made.start) * perSecond}
          chosen={sound.phone === chosen}
          onPress={(event) => {
            if (sound.pause) return;
            onChoose(sound.phone);
            if (!fixed) drag(event, (pixels) => onShift(sound, (sound.edit.shift ?? 0) + pixels / perSecond));
          }}
        />
      ))}
    </div>
  );
}

interface HandleProps {
  readonly id: string;
  readonly sound: Sound;
  readonly left: number;
  readonly width: number;
  readonly chosen: boolean;
  readonly onPress: (event: PointerEvent<HTMLElement>) => void;
}

function Handle({ id, sound, left, width, chosen, onPress }: HandleProps): ReactElement {
  const t = useTranslations('lines');
  const { ipa, word, pause, shape, edit, edited } = sound;
  const name = pause
    ? t('pause')
    : t('soundNamed', { ipa, word: word ?? '–', shape: shape === null ? '' : t(`shape-${shape}`) });
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={pause || undefined}
      aria-label={`${name}${edited ? `, ${t('flag-edited')}` : ''}`}
      title={name}
      onPointerDown={onPress}
      style={{ left, width: Math.max(2, width - 1) }}
      className={classes(
        'absolute inset-y-1 flex touch-none flex-col items-center justify-center overflow-hidden rounded-sm border leading-tight select-none',
        pause ? 'border-transparent text-faint' : 'cursor-ew-resize',
        !pause && (chosen ? 'z-10 border-accent bg-accent-deep text-white' : 'bg-raised'),
        !pause && !chosen && (edited ? 'border-dashed border-accent' : 'border-line'),
        edit.muted === true && 'line-through',
      )}
    >
      <span className="text-base">{pause ? '' : ipa}</span>
      <span aria-hidden className={classes('h-4 text-xs', shape !== null && !chosen && 'text-accent')}>
        {shape === null ? '' : SHAPE_SIGNS[shape]}
      </span>
    </div>
  );
}

/** Follows a pointer that was put down until it is lifted; tells how far it went, in pixels. */
function drag(event: PointerEvent<HTMLElement>, move: (pixels: number) => void): void {
  if (event.button !== 0) return;
  const from = event.clientX;
  let lifted = false;
  const moved = ({ clientX }: globalThis.PointerEvent): void => {
    lifted ||= Math.abs(clientX - from) > TREMBLE;
    if (lifted) move(clientX - from);
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', moved);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
  };
  window.addEventListener('pointermove', moved);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
}
