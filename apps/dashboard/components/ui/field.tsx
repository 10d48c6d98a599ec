import {
  useId,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { classes } from './classes.ts';

interface Labelled {
  readonly label: string;
  /** What one should know to fill it in. */
  readonly hint?: ReactNode;
  /** What is wrong with what is in it. */
  readonly problem?: string | undefined;
  /** The label is for those who hear only. */
  readonly bare?: boolean;
}

const BOX =
  'w-full rounded-md border border-edge bg-ground px-2 text-sm text-text placeholder:text-faint disabled:opacity-50 aria-invalid:border-bad';

function Labelled({
  id,
  label,
  hint,
  problem,
  bare,
  children,
}: Labelled & { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-dim'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

const describing = (id: string, { hint, problem }: Labelled) => ({
  'aria-invalid': problem === undefined ? undefined : (true as const),
  'aria-describedby':
    classes(hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`) || undefined,
});

/** One line of text with its label. */
export function TextField({
  label,
  hint,
  problem,
  bare,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactElement {
  const id = useId();
  const labelled = { label, hint, problem, bare };
  return (
    <Labelled id={id} {...labelled}>
      <input id={id} {...rest} {...describing(id, labelled)} className={classes(BOX, 'h-7', className)} />
    </Labelled>
  );
}

/** Several lines of text with their label. */
export function TextArea({
  label,
  hint,
  problem,
  bare,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactElement {
  const id = useId();
  const labelled = { label, hint, problem, bare };
  return (
    <Labelled id={id} {...labelled}>
      <textarea
        id={id}
        rows={3}
        {...rest}
        {...describing(id, labelled)}
        className={classes(BOX, 'py-1', className)}
      />
    </Labelled>
  );
}

/** A choice of a few; `children` are its options. */
export function SelectField({
  label,
  hint,
  problem,
  bare,
  className,
  children,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>): ReactElement {
  const id = useId();
  const labelled = { label, hint, problem, bare };
  return (
    <Labelled id={id} {...labelled}>
      <select id={id} {...rest} {...describing(id, labelled)} className={classes(BOX, 'h-7', className)}>
        {children}
      </select>
    </Labelled>
  );
}

/** Something that is so or not. */
export function CheckField({
  label,
  hint,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactElement {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        type="checkbox"
        {...rest}
        {...describing(id, { label, hint })}
        className="mt-0.5 size-4 accent-accent"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
