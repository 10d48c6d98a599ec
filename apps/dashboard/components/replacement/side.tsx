import type { ReactElement, ReactNode } from 'react';

interface SideProps {
  readonly legend: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** One of the two people of a replacement, in a form. */
export const Side = ({ legend, hint, children }: SideProps): ReactElement => (
  <fieldset className="flex min-w-0 flex-col gap-2 rounded-md border border-line p-3">
    <legend className="px-1 font-semibold">{legend}</legend>
    <p className="text-xs text-faint">{hint}</p>
    {children}
  </fieldset>
);
