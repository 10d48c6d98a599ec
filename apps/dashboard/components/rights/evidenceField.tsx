'use client';

import { useId, useRef, useState, type DragEvent, type ReactElement } from 'react';
import { FileCheck, FileUp, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, classes, IconButton, Progress, ProblemNote } from '#components/ui/index.ts';
import {
  cancelUpload,
  droppedFiles,
  hasFiles,
  startUpload,
  useUploads,
  type BroughtFile,
} from '#lib/upload/index.ts';

/** A signed paper on its way to the server. */
export interface Evidence {
  readonly name: string;
  /** Its key among the uploads of the page. */
  readonly key: string;
  /** The id of its upload once it is checked. */
  readonly ready: Promise<string>;
}

interface EvidenceFieldProps {
  readonly title: string;
  readonly evidence: Evidence | null;
  readonly onChange: (evidence: Evidence | null) => void;
}

/** What papers may be, as the server looks into them. */
const PAPERS = '.pdf,.png,.jpg,.jpeg,.tif,.tiff';

/** Takes the signed paper by choosing or dropping it; it is on its way while the rest is still written. */
export function EvidenceField({ title, evidence, onChange }: EvidenceFieldProps): ReactElement {
  const t = useTranslations('rights');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const bring = async (brought: BroughtFile | undefined): Promise<void> => {
    if (brought === undefined) return;
    setProblem(null);
    try {
      const { key, ready } = await startUpload({ ...brought, title, purpose: 'evidence' });
      const paper = { name: brought.file.name, key, ready };
      onChange(paper);
      // Whoever waits for it hears of it, too; here it is told at once.
      ready.catch((error: unknown) => {
        setProblem(error);
        onChange(null);
      });
    } catch (error) {
      setProblem(error);
    }
  };
  const drop = async (event: DragEvent): Promise<void> => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const [first] = await droppedFiles(event.dataTransfer);
    await bring(first);
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-dim">
        {t('evidence')}
      </label>
      <div
        onDragOver={(event) => {
          if (!hasFiles(event.dataTransfer)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
        className={classes(
          'flex min-h-12 flex-wrap items-center gap-3 rounded-md border border-dashed p-2',
          over ? 'border-accent bg-hover' : 'border-edge',
        )}
      >
        <input
          ref={input}
          id={id}
          type="file"
          accept={PAPERS}
          aria-describedby={`${id}-hint`}
          className="sr-only"
          onChange={({ target }) => {
            const file = target.files?.[0];
            void bring(file && { file });
            target.value = '';
          }}
        />
        {evidence === null ? (
          <>
            <Button icon={FileUp} onClick={() => input.current?.click()}>
              {t('choosePaper')}
            </Button>
            <span className="text-dim">{t('dropPaper')}</span>
          </>
        ) : (
          <Paper evidence={evidence} onRemove={() => onChange(null)} />
        )}
      </div>
      <p id={`${id}-hint`} className="text-xs text-faint">
        {t('evidenceHint')}
      </p>
      {problem !== null && <ProblemNote error={problem} />}
    </div>
  );
}

interface PaperProps {
  readonly evidence: Evidence;
  readonly onRemove: () => void;
}

function Paper({ evidence, onRemove }: PaperProps): ReactElement {
  const t = useTranslations('rights');
  const sent = useUploads().find(({ key }) => key === evidence.key);
  const going = sent !== undefined && sent.state !== 'ready';
  const remove = (): void => {
    // What is not used is removed from the server by itself, should this not reach it.
    if (going) void cancelUpload(evidence.key).catch(() => undefined);
    onRemove();
  };
  return (
    <>
      <FileCheck size={16} aria-hidden className={going ? 'text-faint' : 'text-good'} />
      <span className="min-w-0 flex-1 truncate">{evidence.name}</span>
      {going && (
        <Progress
          label={t('paperOnItsWay')}
          share={sent.bytes > 0 ? sent.sent / sent.bytes : null}
          className="max-w-40"
        />
      )}
      <IconButton icon={X} label={t('removePaper')} onClick={remove} />
    </>
  );
}
