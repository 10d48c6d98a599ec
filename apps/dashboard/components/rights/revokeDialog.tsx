'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote, TextArea, useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { revokeBasis, type RightsBasis } from '#lib/api/rights.ts';

interface RevokeDialogProps {
  readonly basis: RightsBasis;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks once why a basis no longer holds; that cannot be taken back. */
export function RevokeDialog({ basis, name, onClose }: RevokeDialogProps): ReactElement {
  const t = useTranslations('rights');
  const words = useTranslations('common');
  const change = useChange('rights');
  const { say } = useToasts();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const revoke = async (): Promise<void> => {
    setBusy(true);
    try {
      await change(revokeBasis(basis.id, reason.trim()));
      say({ text: t('wasRevoked', { name }) });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t('revokeTitle', { kind: t(basis.kind), name })}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void revoke();
        }}
      >
        <p>{t('revokeWhy')}</p>
        <TextArea
          required
          maxLength={2000}
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem !== null && <ProblemNote error={problem} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="danger" type="submit" busy={busy} disabled={reason.trim() === ''}>
            {t('revokeAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
