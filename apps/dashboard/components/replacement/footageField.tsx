'use client';

import { useId, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { Check, Clapperboard, Upload, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button, classes, IconButton, Progress, useToasts } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import {
  droppedFiles,
  hasFiles,
  isGoing,
  pickFiles,
  useMeasures,
  type BroughtFile,
  type UploadProgress,
} from '#lib/upload/index.ts';
import type { BroughtFootage, FootageDesk } from './useFootage.ts';

interface FootageFieldProps {
  readonly desk: FootageDesk;
  /** Those that are shown. */
  readonly files: readonly BroughtFootage[];
  readonly hint: string;
  /** The label is for those who hear only. */
  readonly bare?: boolean;
  readonly problem?: string | undefined;
  /** Makes a file part of the replacement; left out where all that is shown will be. */
  readonly onUse?: (file: BroughtFootage) => void;
  /** What is part of it already. */
  readonly children?: ReactNode;
}

/** Takes footage of the shown performer by choosing or dropping it, and shows how far each file is. */
export function FootageField(props: FootageFieldProps): ReactElement {
  const { desk, files, hint, bare, problem, onUse, children } = props;
  const t = useTranslations('replacement');
  const common = useTranslations('common');
  const { fail } = useToasts();
  const id = useId();
  const allowed = useMay()('uploads:create');
  const [over, setOver] = useState(false);
  const bring = (brought: Promise<BroughtFile[]>): void => void brought.then(desk.bring).catch(fail);
  const drop = (event: DragEvent): void => {
    if (!allowed || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    bring(droppedFiles(event.dataTransfer));
  };
  return (
    <div
      role="group"
      aria-labelledby={id}
      onDragOver={(event) => {
        if (!allowed || !hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="flex flex-col gap-1"
    >
      <span id={id} className={bare ? 'sr-only' : 'text-dim'}>
        {t('footage')}
      </span>
      <div
        className={classes(
          'flex flex-col gap-2 rounded-md border border-dashed p-2',
          over ? 'border-accent bg-hover' : 'border-edge',
        )}
      >
        <ul aria-label={t('footage')} className="flex flex-col gap-1 empty:hidden">
          {children}
          {files.map((file) => (
            <FootageRow
              key={file.key}
              file={file}
              onUse={onUse && file.meantFor === null ? () => onUse(file) : undefined}
              onRemove={() => void desk.remove(file)}
            />
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            icon={Upload}
            disabled={!allowed}
            title={allowed ? undefined : common('notAllowed')}
            onClick={() => bring(pickFiles({ multiple: true }))}
          >
            {t('addFootage')}
          </Button>
          <span className="text-dim">{t('dropFootage')}</span>
        </div>
      </div>
      <p className="text-xs text-faint">{hint}</p>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

interface FootageRowProps {
  readonly file: BroughtFootage;
  readonly onUse: (() => void) | undefined;
  readonly onRemove: () => void;
}

function FootageRow({ file: { name, progress, arrived }, onUse, onRemove }: FootageRowProps): ReactElement {
  const t = useTranslations('replacement');
  return (
    <FootageLine
      name={name}
      standing={
        arrived ? <Badge tone="good">{t('arrived')}</Badge> : <Sending name={name} upload={progress!} />
      }
      acts={
        <>
          {onUse && (
            <Button icon={Check} aria-label={`${t('useFootage')}: ${name}`} onClick={onUse}>
              {t('useFootage')}
            </Button>
          )}
          <IconButton icon={X} label={t('removeFootage', { name })} onClick={onRemove} />
        </>
      }
    />
  );
}

interface FootageLineProps {
  readonly name: string;
  readonly standing: ReactNode;
  readonly acts: ReactNode;
}

/** One file of donor footage. */
export const FootageLine = ({ name, standing, acts }: FootageLineProps): ReactElement => (
  <li className="flex min-h-7 flex-wrap items-center gap-2">
    <Clapperboard size={15} aria-hidden className="shrink-0 text-dim" />
    <span className="min-w-32 flex-1 truncate" title={name}>
      {name}
    </span>
    {standing}
    <span className="flex items-center gap-1">{acts}</span>
  </li>
);

function Sending({ name, upload }: { readonly name: string; readonly upload: UploadProgress }): ReactElement {
  const t = useTranslations('replacement');
  const { percent } = useMeasures();
  const { state, sent, bytes } = upload;
  if (state === 'checking') return <span className="text-dim">{t('checking')}</span>;
  if (!isGoing(upload)) return <span className="text-warn">{t('footageStopped')}</span>;
  const share = bytes === 0 ? 0 : sent / bytes;
  return (
    <span className="flex w-40 items-center gap-2">
      <Progress label={name} share={share} className="flex-1" />
      <span className="text-dim tabular-nums">{percent(share)}</span>
    </span>
  );
}
