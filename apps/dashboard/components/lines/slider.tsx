'use client';

import { useId, type KeyboardEvent, type ReactElement } from 'react';

interface SliderProps {
  readonly label: string;
  /** In the unit that is shown. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: string;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

/** The arrows of a slider move the slider and nothing else. */
const keepKeys = (event: KeyboardEvent): void => {
  if (/^(Arrow|Page|Home|End)/.test(event.key) && !event.altKey) event.stopPropagation();
};

/** A number to be drawn along a line, or typed. */
export function Slider({
  label,
  value,
  least,
  most,
  step,
  unit,
  disabled,
  onChange,
}: SliderProps): ReactElement {
  const id = useId();
  const limits = { min: least, max: most, step, disabled };
  const put = (wanted: number): void => {
    if (Number.isFinite(wanted)) onChange(Math.min(most, Math.max(least, wanted)));
  };
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="w-24 shrink-0 truncate text-dim" title={label}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        {...limits}
        value={value}
        onKeyDown={keepKeys}
        onChange={(event) => put(event.currentTarget.valueAsNumber)}
        className="h-6 min-w-16 flex-1 accent-accent disabled:opacity-50"
      />
      <input
        type="number"
        aria-label={`${label} (${unit})`}
        {...limits}
        value={value}
        onChange={(event) => put(event.currentTarget.valueAsNumber)}
        className="h-6 w-16 rounded-md border border-edge bg-ground px-1 text-right tabular-nums disabled:opacity-50"
      />
      <span className="w-6 text-faint">{unit}</span>
    </div>
  );
}
