'use client';

import { useState, type ReactElement } from 'react';
import { CirclePause, CirclePlay, FolderOpen, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ConfirmDialog, IconButton, useToasts } from '#components/ui/index.ts';
import {
  cancelUpload,
  dismissUpload,
  goOnWithFiles,
  hasEnded,
  isGoing,
  pauseUpload,
  pickFiles,
  resumeAtHand,
  resumeUpload,
  useMeasures,
  type UploadProgress,
} from '#lib/upload/index.ts';

/** What can be done with an upload as it is now. */
export function UploadActs({ upload }: { readonly upload: UploadProgress }): ReactElement {
  const t = useTranslations('uploads');
  const { key, name, state } = upload;
  return (
    <div className="flex items-center gap-1">
      {state === 'waiting' && (
        <Button icon={RotateCw} onClick={() => resumeUpload(key)}>
          {t('tryNow')}
        </Button>
      )}
      {(state === 'paused' || state === 'failed') && (
        <Button icon={CirclePlay} onClick={() => resumeUpload(key)}>
          {t('resume')}
        </Button>
      )}
      {state === 'missing' && <BringAgain upload={upload} />}
      {isGoing(upload) && (
        <IconButton icon={CirclePause} label={`${t('pause')}: ${name}`} onClick={() => pauseUpload(key)} />
      )}
      {hasEnded(upload) ? (
        <IconButton icon={X} label={`${t('dismiss')}: ${name}`} onClick={() => dismissUpload(key)} />
      ) : (
        <Cancel upload={upload} />
      )}
    </div>
  );
}

/** Goes on with a file that is missing: by a click where the browser knows it, else by choosing it. */
function BringAgain({ upload: { key, atHand } }: { readonly upload: UploadProgress }): ReactElement {
  const t = useTranslations('uploads');
  const { say, fail } = useToasts();
  const choose = async (): Promise<void> => {
    const [other] = await goOnWithFiles(await pickFiles());
    if (other !== undefined) say({ text: t('notTheFile', { name: other.file.name }), bad: true });
  };
  if (atHand) {
    return (
      <Button icon={CirclePlay} kind="main" onClick={() => void resumeAtHand(key).catch(fail)}>
        {t('resume')}
      </Button>
    );
  }
  return (
    <Button icon={FolderOpen} kind="main" onClick={() => void choose().catch(fail)}>
      {t('chooseFile')}
    </Button>
  );
}

function Cancel({ upload }: { readonly upload: UploadProgress }): ReactElement {
  const t = useTranslations('uploads');
  const { size } = useMeasures();
  const [asking, setAsking] = useState(false);
  const { key, name, sent } = upload;
  return (
    <>
      <IconButton icon={X} label={`${t('cancelAct')}: ${name}`} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('cancelTitle', { name })}
        act={t('cancelAct')}
        onConfirm={() => cancelUpload(key)}
      >
        {t('cancelWhy', { size: size(sent) })}
      </ConfirmDialog>
    </>
  );
}
