import { useId, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { ShotPicture, type ShotPictures } from '#components/timeline/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { withShot } from './replacedShots.ts';

interface ShotsFieldProps {
  /** Who is replaced. */
  readonly name: string;
  /** The shots in which they are seen. */
  readonly shots: readonly { readonly index: number; readonly start: number; readonly end: number }[];
  /** The numbers of those that are meant; `null` for all. */
  readonly chosen: ReadonlySet<number> | null;
  readonly pictures: ShotPictures | undefined;
  readonly frames: FrameTimes | undefined;
  /** The label is for those who hear only. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
  readonly onChange: (chosen: ReadonlySet<number> | null) => void;
}

/** Chooses the shots in which somebody is replaced: all, or some by their pictures. */
export function ShotsField(props: ShotsFieldProps): ReactElement {
  const { name, shots, chosen, bare, disabled, problem, onChange } = props;
  const t = useTranslations('replacement');
  const id = useId();
  if (shots.length === 0) return <p className="text-dim">{t('noShots', { name })}</p>;
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2">
      <legend className={bare ? 'sr-only' : 'mb-1 text-dim'}>{t('shots')}</legend>
      <Way id={id} on={chosen === null} onPick={() => onChange(null)}>
        {t('allShots', { name, count: shots.length })}
      </Way>
      <Way
        id={id}
        on={chosen !== null}
        onPick={() => onChange(chosen ?? new Set(shots.map(({ index }) => index)))}
      >
        {t('someShots')}
      </Way>
      {chosen !== null && <Pictures {...props} chosen={chosen} />}
      {problem !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

interface WayProps {
  readonly id: string;
  readonly on: boolean;
  readonly onPick: () => void;
  readonly children: string;
}

const Way = ({ id, on, onPick, children }: WayProps): ReactElement => (
  <label className="flex min-h-6 items-center gap-2">
    <input type="radio" name={id} checked={on} onChange={onPick} className="size-4 accent-accent" />
    {children}
  </label>
);

/** In pixels. */
const HEIGHT = 54;

function Pictures({
  shots,
  chosen,
  pictures,
  frames,
  onChange,
}: ShotsFieldProps & { readonly chosen: ReadonlySet<number> }): ReactElement {
  const t = useTranslations('replacement');
  return (
    <ul className="flex max-h-56 flex-wrap gap-2 overflow-y-auto p-0.5">
      {shots.map(({ index, start, end }) => (
        <li key={index}>
          <label className="flex cursor-pointer flex-col gap-0.5 rounded-md border border-line p-1 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <ShotPicture pictures={pictures} start={start} end={end} height={HEIGHT} />
            <span className="flex items-center gap-1.5 text-xs">
              <input
                type="checkbox"
                checked={chosen.has(index)}
                onChange={({ currentTarget }) => onChange(withShot(chosen, index, currentTarget.checked))}
                className="size-4 accent-accent outline-none"
              />
              {t('shotNumber', { number: index + 1 })}
              <span className="font-mono text-dim">{frames?.timecodeOf(start)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
