import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';

/** What a button is for: the one main act of a place, any other, one within a row, one that destroys. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

const KINDS: Readonly<Record<ButtonKind, string>> = {
  main: 'bg-accent-deep text-white hover:not-disabled:brightness-115 border-transparent',
  plain: 'bg-raised text-text hover:not-disabled:bg-hover border-line',
  quiet:
    'bg-transparent text-dim hover:not-disabled:bg-hover hover:not-disabled:text-text border-transparent',
  danger: 'bg-bad-deep text-white hover:not-disabled:brightness-115 border-transparent',
};

const SHAPE =
  'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-md border px-2.5 text-sm whitespace-nowrap select-none disabled:opacity-50';

const look = (kind: ButtonKind, more?: string): string => classes(SHAPE, KINDS[kind], more);

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  /** It does what it does right now: it cannot be pressed again before that has ended. */
  readonly busy?: boolean;
}

/** A button. */
export function Button({
  kind = 'plain',
  icon: Icon,
  busy,
  children,
  className,
  disabled,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy === true}
      aria-busy={busy}
      className={look(kind, className)}
    >
      {busy ? (
        <LoaderCircle size={14} aria-hidden className="animate-spin" />
      ) : (
        Icon && <Icon size={14} aria-hidden />
      )}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does, for those who hear or hover. */
  readonly label: string;
  readonly kind?: ButtonKind;
  /** Whether it is on, where it is a switch. */
  readonly pressed?: boolean;
  readonly size?: number;
}

/** A button that shows only a picture. */
export function IconButton({
  icon: Icon,
  label,
  kind = 'quiet',
  pressed,
  size = 16,
  className,
  ...rest
}: IconButtonProps): ReactElement {
  const on = pressed === true && 'bg-hover! text-accent!';
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      {...rest}
      className={classes(look(kind, 'w-7 px-0!'), on, className)}
    >
      <Icon size={size} aria-hidden />
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  /** The browser saves what is there instead of going there. */
  readonly download?: boolean;
  readonly className?: string;
}

/** A link that looks like a button. */
export function LinkButton({
  href,
  kind = 'plain',
  icon: Icon,
  children,
  download,
  className,
}: LinkButtonProps): ReactElement {
  const content = (
    <>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </>
  );
  if (download === true) {
    return (
      <a href={href} download className={look(kind, className)}>
        {content}
      </a>
    );
  }
  return (
    <Link href={href} className={look(kind, className)}>
      {content}
    </Link>
  );
}
