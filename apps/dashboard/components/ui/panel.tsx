import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';

interface PanelProps {
  readonly title?: ReactNode;
  /** Buttons at the right of the title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page with a title. */
export function Panel({ title, acts, children, className }: PanelProps): ReactElement {
  return (
    <section className={classes('flex min-w-0 flex-col rounded-md border border-line bg-panel', className)}>
      {(title !== undefined || acts !== undefined) && (
        <div className="flex min-h-10 items-center justify-between gap-2 border-b border-line px-3 py-1">
          <h2 className="truncate">{title}</h2>
          <div className="flex items-center gap-2">{acts}</div>
        </div>
      )}
      <div className="min-h-0 min-w-0 flex-1">{children}</div>
    </section>
  );
}

interface PageProps {
  readonly title: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page that is read from top to bottom: lists, forms. */
export function Page({ title, acts, children }: PageProps): ReactElement {
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <div className="flex items-center justify-between gap-4">
        <h1>{title}</h1>
        <div className="flex items-center gap-2">{acts}</div>
      </div>
      {children}
    </div>
  );
}

interface Column<Row> {
  readonly name: string;
  readonly show: (row: Row) => ReactNode;
  readonly className?: string;
}

interface TableProps<Row> {
  /** What it lists, for those who hear. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table of things. */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>): ReactElement {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-dim">
            {columns.map(({ name, className }) => (
              <th key={name} scope="col" className={classes('px-3 py-1.5 font-medium', className)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line/60 last:border-0 hover:bg-raised">
              {columns.map(({ name, show, className }) => (
                <td key={name} className={classes('px-3 py-1.5', className)}>
                  {show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
