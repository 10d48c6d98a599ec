import type { ReactElement, ReactNode, RefObject } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Portrait } from '#components/ui/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import type { Row, RowLayout } from './rowLayout.ts';
import type { TimelineModel } from './timelineModel.ts';

interface GutterProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly model: TimelineModel;
  readonly layout: RowLayout;
}

/** What the rows of a timeline show: names, faces, languages. Scrolling it scrolls the rows. */
export function Gutter({ scroller, model, layout }: GutterProps): ReactElement {
  const t = useTranslations('film');
  return (
    <div className="flex min-h-0 flex-col border-r border-line bg-panel">
      <div className="relative shrink-0" style={{ height: layout.fixedHeight }}>
        {layout.fixed
          .filter(({ kind }) => kind === 'shots')
          .map((row) => (
            <Label key={row.kind} row={row}>
              {t('shots')}
            </Label>
          ))}
      </div>
      <div
        ref={scroller}
        role="group"
        aria-label={t('rows')}
        tabIndex={0}
        className="relative min-h-0 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]"
        style={{ flex: `0 1 ${layout.lanesHeight}px` }}
      >
        <div style={{ height: layout.lanesHeight }} />
        <Names rows={layout.lanes} model={model} />
      </div>
      <div className="relative shrink-0 outline outline-line" style={{ height: layout.pinnedHeight }}>
        <Names rows={layout.pinned} model={model} />
      </div>
    </div>
  );
}

const Names = ({
  rows,
  model,
}: {
  readonly rows: readonly Row[];
  readonly model: TimelineModel;
}): ReactElement[] =>
  rows.map((row) => (
    <Label key={`${row.kind} ${row.index}`} row={row}>
      <LaneName row={row} model={model} />
    </Label>
  ));

function Label({ row, children }: { readonly row: Row; readonly children: ReactNode }): ReactElement {
  return (
    <div
      className="absolute inset-x-0 flex items-center gap-2 border-b border-raised px-2 text-dim"
      style={{ top: row.top, height: row.height }}
    >
      {children}
    </div>
  );
}

function LaneName({ row, model }: { readonly row: Row; readonly model: TimelineModel }): ReactNode {
  const t = useTranslations('film');
  const locale = useLocale();
  if (row.kind === 'sound') return t('sound');
  if (row.kind === 'face') {
    const { name, portrait } = model.faces[row.index];
    return (
      <>
        <Portrait src={portrait} name="" className="size-6 rounded-sm" />
        <Name text={name} />
      </>
    );
  }
  if (row.kind === 'marks') return <Name text={model.marks[row.index].name} />;
  return <Name text={nameOfLanguage(model.lines[row.index].language, locale)} />;
}

const Name = ({ text }: { readonly text: string }): ReactElement => (
  <span className="truncate text-text" title={text}>
    {text}
  </span>
);
