import type { ReactElement } from 'react';
import { UserRound } from 'lucide-react';
import { classes } from './classes.ts';

interface PortraitProps {
  /** Where the picture is; `null` where there is none. */
  readonly src: string | null;
  /** Who it is; empty where the name stands beside it. */
  readonly name: string;
  readonly className?: string;
}

/** A picture of a face, or the outline of one. Its size comes from `className`. */
export function Portrait({ src, name, className }: PortraitProps): ReactElement {
  const shape = classes('block shrink-0 bg-black object-cover select-none', className);
  if (src !== null) {
    return <img src={src} alt={name} loading="lazy" decoding="async" draggable={false} className={shape} />;
  }
  return (
    <span
      role={name === '' ? undefined : 'img'}
      aria-label={name === '' ? undefined : name}
      className={classes(shape, 'flex! items-center justify-center text-faint')}
    >
      <UserRound size="40%" strokeWidth={1} aria-hidden />
    </span>
  );
}
