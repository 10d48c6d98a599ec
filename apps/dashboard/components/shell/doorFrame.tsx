import type { ReactElement, ReactNode } from 'react';

/** A small form in the middle of the page, for those who are not inside yet. */
export const DoorFrame = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <main className="flex min-h-dvh items-center justify-center p-4">
    <div className="flex w-full max-w-sm flex-col gap-4 rounded-md border border-line bg-panel p-6">
      <p className="tracking-wide text-dim">Mondwerk</p>
      <h1>{title}</h1>
      {children}
    </div>
  </main>
);
