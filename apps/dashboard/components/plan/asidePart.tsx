import type { ReactElement, ReactNode } from 'react';

interface AsidePartProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A part of what stands beside the plan. */
export function AsidePart({ title, icon, acts, children }: AsidePartProps): ReactElement {
  return (
    <section aria-label={title} className="flex flex-col gap-2 border-b border-line p-3">
      <div className="flex min-h-7 items-center gap-2">
        {icon}
        <h2 className="min-w-0 flex-1">{title}</h2>
        {acts}
      </div>
      {children}
    </section>
  );
}
