'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { ProblemNote } from './problemNote.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Room for tables and pictures. */
  readonly wide?: boolean;
}

/** A window over the page: the rest waits until it is closed. */
export function Dialog({ open, onClose, title, children, wide }: DialogProps): ReactElement {
  const t = useTranslations('common');
  return (
    <Radix.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/70" />
        <Radix.Content
          aria-describedby={undefined}
          className={classes(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[90vh] w-[92vw] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border border-line bg-panel shadow-2xl',
            wide ? 'max-w-4xl' : 'max-w-md',
          )}
        >
          <div className="flex items-center justify-between border-b border-line px-4 py-2">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close
              aria-label={t('close')}
              className="rounded-md p-1 text-dim hover:bg-hover hover:text-text"
            >
              <X size={16} aria-hidden />
            </Radix.Close>
          </div>
          <div className="overflow-auto p-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What is lost, in a sentence. */
  readonly children: ReactNode;
  /** What the button says: the act, not “OK”. */
  readonly act: string;
  readonly onConfirm: () => Promise<unknown>;
}

/** Asks once before something is done that cannot be undone. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  act,
  onConfirm,
}: ConfirmProps): ReactElement {
  const t = useTranslations('common');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} title={title}>
      <div className="flex flex-col gap-4">
        <div>{children}</div>
        {problem !== null && <ProblemNote error={problem} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void confirm()}>
            {act}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
