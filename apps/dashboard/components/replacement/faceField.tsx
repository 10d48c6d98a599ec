import type { ReactElement, ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FacePicker, facePicture } from '#components/faces/index.ts';
import { Portrait } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';

interface FaceFieldProps {
  readonly label: string;
  readonly performers: readonly Performer[];
  readonly chosen: Performer | null;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onPick: (performer: Performer) => void;
  /** Stands beside the face. */
  readonly children?: ReactNode;
}

/** Chooses somebody by their face, large enough to be sure of it. */
export function FaceField(props: FaceFieldProps): ReactElement {
  const { label, performers, chosen, problem, autoFocus, onPick, children } = props;
  const t = useTranslations('replacement');
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <Portrait src={chosen === null ? null : facePicture(chosen)} name="" className="size-20 rounded-md" />
        <div className="flex min-w-0 flex-col items-start gap-1.5">
          <FacePicker
            label={label}
            performers={performers}
            chosen={chosen?.id ?? null}
            onPick={(performer) => performer !== null && onPick(performer)}
          >
            <button
              type="button"
              autoFocus={autoFocus}
              aria-label={`${label}: ${chosen?.name ?? t('pickFace')}`}
              className="flex h-7 max-w-full items-center gap-1.5 rounded-md border border-edge bg-ground px-2 hover:bg-hover"
            >
              <span className="truncate">{chosen?.name ?? t('pickFace')}</span>
              <ChevronDown size={14} aria-hidden className="shrink-0 text-dim" />
            </button>
          </FacePicker>
          {children}
        </div>
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
