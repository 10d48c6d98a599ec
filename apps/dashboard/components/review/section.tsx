import type { ReactElement, ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the panel at the side that can be folded. */
export function Section({ title, count, acts, children }: SectionProps): ReactElement {
  return (
    <details open className="group border-b border-line">
      <summary className="flex min-h-8 list-none items-center gap-1 px-2 font-semibold select-none hover:bg-raised">
        <ChevronRight size={14} aria-hidden className="text-dim group-open:rotate-90" />
        {title}
        <span className="font-normal text-faint tabular-nums">{count}</span>
        <span className="flex-1" />
      </summary>
      {acts}
      {children}
    </details>
  );
}
