import { useEffect, useRef, useState } from 'react';
import { droppedFiles, hasFiles, type BroughtFile } from './broughtFiles.ts';

/** After so long without news of something that is dragged, it has left the page. */
const LEFT_MS = 200;

/** Takes files that are dropped anywhere on the page. Returns whether some are held over it right now. */
export function useFileDrop(onFiles: (files: Promise<BroughtFile[]>) => void, enabled = true): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const held = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(() => setOver(false), LEFT_MS);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      clearTimeout(timer);
      setOver(false);
      latest.current(droppedFiles(event.dataTransfer!));
    };
    // Before whoever takes stray files: the page that asks means every file.
    window.addEventListener('dragover', held, { capture: true });
    window.addEventListener('drop', drop, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragover', held, { capture: true });
      window.removeEventListener('drop', drop, { capture: true });
    };
  }, [enabled]);
  return over;
}
