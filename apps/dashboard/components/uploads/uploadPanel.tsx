'use client';

import { useEffect, useId, useRef, useState, type ReactElement, type RefObject } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Progress } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import {
  isGoing,
  isSending,
  needsSomebody,
  restoreUploads,
  useMeasures,
  useUploads,
  type UploadProgress,
} from '#lib/upload/index.ts';
import { UploadRow } from './uploadRow.tsx';
import { useStrayFiles } from './useStrayFiles.ts';
import { useUploadNews } from './useUploadNews.ts';

/** The files on their way, below every page; nothing while there are none. */
export function UploadPanel(): ReactElement {
  const uploads = useUploads();
  const may = useMay()('uploads:create');
  useEffect(() => {
    if (may) void restoreUploads();
  }, [may]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isSending()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  useStrayFiles();
  const news = useUploadNews(uploads);
  return (
    <>
      <p role="status" className="sr-only">
        {news}
      </p>
      {uploads.length > 0 && <Panel uploads={uploads} />}
    </>
  );
}

function Panel({ uploads }: { readonly uploads: readonly UploadProgress[] }): ReactElement {
  const t = useTranslations('uploads');
  const box = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(true);
  const rows = useId();
  const several = uploads.length > 1;
  useRoomBelow(box);
  return (
    <section ref={box} aria-label={t('uploads')} className="shrink-0 border-t border-edge bg-panel">
      {several && (
        <div className="flex h-8 items-center gap-3 px-3">
          <h2>{t('uploads')}</h2>
          <Summary uploads={uploads} />
          <Button
            kind="quiet"
            icon={open ? ChevronDown : ChevronUp}
            aria-expanded={open}
            aria-controls={rows}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'hide' : 'show')}
          </Button>
        </div>
      )}
      <ul id={rows} hidden={several && !open} className="max-h-[30vh] overflow-auto">
        {uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

/** Tells what floats over the page, such as messages, how much room is taken below it. */
function useRoomBelow(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--room-below', `${current.offsetHeight}px`));
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty('--room-below');
    };
  }, [box]);
}

function Summary({ uploads }: { readonly uploads: readonly UploadProgress[] }): ReactElement {
  const t = useTranslations('uploads');
  const { percent, time } = useMeasures();
  const going = uploads.filter(isGoing);
  const waiting = uploads.filter(needsSomebody).length;
  const all = going.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = all === 0 ? 0 : going.reduce((sum, { sent }) => sum + sent, 0) / all;
  const lefts = going.map(({ secondsLeft }) => secondsLeft);
  const left = lefts.includes(null) ? null : Math.max(...(lefts as number[]));
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3 text-dim">
      {going.length > 0 && (
        <>
          <span className="whitespace-nowrap">{t('going', { count: going.length })}</span>
          <div className="w-32">
            <Progress label={t('uploads')} share={share} />
          </div>
          <span className="whitespace-nowrap tabular-nums">
            {percent(share)}
            {left !== null && ` · ${t('left', { time: time(left) })}`}
          </span>
        </>
      )}
      {waiting > 0 && <span className="text-warn">{t('needsYou', { count: waiting })}</span>}
    </div>
  );
}
