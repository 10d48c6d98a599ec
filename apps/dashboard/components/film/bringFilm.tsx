'use client';

import { useState, type DragEvent, type ReactElement } from 'react';
import { Clapperboard, Upload } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, classes, Progress, useToasts } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import {
  droppedFiles,
  hasEnded,
  hasFiles,
  pickFiles,
  startUpload,
  useUploads,
  type BroughtFile,
} from '#lib/upload/index.ts';

/** A place to bring the film of a title to. */
export function BringFilm({ title }: { readonly title: string }): ReactElement {
  const t = useTranslations('film');
  const common = useTranslations('common');
  const may = useMay();
  const { say, fail } = useToasts();
  const [over, setOver] = useState(false);
  const allowed = may('uploads:create') && may('sources:create');
  const onTheWay = useUploads().find(
    (upload) => upload.title === title && upload.purpose === 'source' && !hasEnded(upload),
  );
  const bring = async ([film]: readonly BroughtFile[]): Promise<void> => {
    if (film === undefined) return;
    if (!allowed) return say({ text: common('notAllowed'), bad: true });
    try {
      const { ready } = await startUpload({ ...film, title, purpose: 'source' });
      ready.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(bring);
  };
  return (
    <div
      className="flex min-h-0 flex-1 p-4"
      onDragOver={(event) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div
        className={classes(
          'flex flex-1 flex-col items-center justify-center gap-3 rounded-md border-2 border-dashed p-8 text-center',
          over ? 'border-accent bg-accent/10' : 'border-line',
        )}
      >
        <Clapperboard size={40} strokeWidth={1} aria-hidden className="text-faint" />
        {onTheWay === undefined ? (
          <>
            <h2>{t('noFilm')}</h2>
            <p className="max-w-lg text-dim">{t('noFilmHint')}</p>
            <Button
              kind="main"
              icon={Upload}
              disabled={!allowed}
              title={allowed ? undefined : common('notAllowed')}
              onClick={() => void pickFiles().then(bring)}
            >
              {t('chooseFilm')}
            </Button>
          </>
        ) : (
          <div className="flex w-80 flex-col gap-2">
            <h2 className="truncate">{t('uploading', { name: onTheWay.name })}</h2>
            <Progress
              label={t('uploading', { name: onTheWay.name })}
              share={onTheWay.bytes > 0 ? onTheWay.sent / onTheWay.bytes : null}
            />
          </div>
        )}
      </div>
    </div>
  );
}
