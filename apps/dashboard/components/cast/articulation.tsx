'use client';

import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';

interface ArticulationProps {
  /** How far the mouth moves, 1 as predicted. */
  readonly strength: number;
  readonly disabled: boolean;
  readonly onChange: (strength: number) => void;
}

/** In percent of what is predicted. */
const LIMITS = { min: 50, max: 150, step: 5 };

/** The arrows of a slider move the slider and nothing else. */
const keepKeys = (event: KeyboardEvent): void => {
  if (/^(Arrow|Page|Home|End)/.test(event.key) && !event.altKey) event.stopPropagation();
};

/** How far somebody's mouth moves in dubs, to be drawn along a line: it is said once it is let go. */
export function Articulation({ strength, disabled, onChange }: ArticulationProps): ReactElement {
  const t = useTranslations('cast');
  const id = useId();
  /** Where it is drawn to and not known to be yet. */
  const [drawn, draw] = useState<number | null>(null);
  const [known, know] = useState(strength);
  if (known !== strength) {
    know(strength);
    draw(null);
  }
  const percent = drawn ?? Math.round(100 * strength);
  const settle = (): void => {
    if (percent !== Math.round(100 * strength)) onChange(percent / 100);
  };
  return (
    <div className="flex w-60 flex-col gap-1">
      <label htmlFor={id} className="flex justify-between text-dim">
        {t('articulation')}
        <output htmlFor={id} className="tabular-nums">
          {percent} %
        </output>
      </label>
      <input
        id={id}
        type="range"
        {...LIMITS}
        value={percent}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        aria-valuetext={`${percent} %`}
        onKeyDown={keepKeys}
        onChange={(event) => draw(event.currentTarget.valueAsNumber)}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="h-6 w-full accent-accent disabled:opacity-50"
      />
      <p id={`${id}-hint`} className="text-xs text-faint">
        {t('articulationHint')}
      </p>
    </div>
  );
}
