import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { droppedFiles, goOnWithFiles, hasFiles, useUploads } from '#lib/upload/index.ts';

/**
 * Files that are dropped where no page takes them: those that were interrupted go on. A browser left to itself would
 * show the file and leave the page with everything that is on its way.
 */
export function useStrayFiles(): void {
  const t = useTranslations('uploads');
  const { say, fail } = useToasts();
  const waits = useUploads().some(({ state }) => state === 'missing');
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = waits ? 'copy' : 'none';
    };
    const drop = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (!waits) return;
      droppedFiles(event.dataTransfer!)
        .then(goOnWithFiles)
        .then(([other]) => {
          if (other !== undefined) say({ text: t('notTheFile', { name: other.file.name }), bad: true });
        })
        .catch(fail);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [waits, say, fail, t]);
}
