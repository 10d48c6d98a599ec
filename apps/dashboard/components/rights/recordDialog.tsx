'use client';

import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, Portrait, ProblemNote, useToasts } from '#components/ui/index.ts';
import { portraitUrl, type Performer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { recordBasis } from '#lib/api/rights.ts';
import { firstDraft, flawsOf, newKey, type BasisDraft } from './basisDraft.ts';
import { BasisForm } from './basisForm.tsx';
import { EvidenceField, type Evidence } from './evidenceField.tsx';
import type { RightsBook } from './rightsBook.ts';

interface RecordDialogProps {
  readonly title: string;
  readonly book: RightsBook;
  readonly performers: readonly Performer[];
  /** How much of the face it most likely is about; without it, as is needed. */
  readonly extent?: BasisDraft['extent'] | undefined;
  readonly onClose: () => void;
}

/** Records one basis for a performer, or the same one for several. */
export function RecordDialog({ title, book, performers, extent, onClose }: RecordDialogProps): ReactElement {
  const t = useTranslations('rights');
  const words = useTranslations('common');
  const [draft, setDraft] = useState<BasisDraft>(() => firstDraft(book, performers, extent));
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [tried, setTried] = useState(false);
  const { recorded, busy, problem, record } = useRecording(performers);
  const flaws = flawsOf(draft);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (flaws.size > 0) return;
    if (await record(draft, evidence)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('recordTitle', { count: performers.length, name: performers[0].name })}
      wide
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {performers.length > 1 && (
          <ul aria-label={t('forWhom')} className="flex flex-wrap gap-2">
            {performers.map(({ id, name, hasPortrait }) => (
              <li key={id} className="flex items-center gap-1.5 rounded-md border border-line pr-2">
                <Portrait
                  src={hasPortrait ? portraitUrl(id) : null}
                  name=""
                  className="size-7 rounded-l-md"
                />
                <span className="max-w-40 truncate">{name}</span>
                {recorded.has(id) && <span className="text-good">{t('done')}</span>}
              </li>
            ))}
          </ul>
        )}
        <BasisForm
          draft={draft}
          flaws={tried ? flaws : new Set()}
          languages={[...new Set(book.uses.flatMap(({ need }) => need.language ?? []))]}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
        <EvidenceField title={title} evidence={evidence} onChange={setEvidence} />
        <p className="text-dim">{t('keptForever')}</p>
        {problem !== null && <ProblemNote error={problem} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" busy={busy}>
            {busy && evidence !== null
              ? t('recordingWithPaper')
              : t('recordAct', { count: performers.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Records a basis for one performer after the other; tried again, only for those for whom it is not recorded yet. */
function useRecording(performers: readonly Performer[]) {
  const t = useTranslations('rights');
  const change = useChange('rights');
  const { say } = useToasts();
  const [recorded, setRecorded] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef<{ readonly body: string; readonly key: string }>(null);
  const all = async (draft: BasisDraft, evidence: Evidence | null): Promise<void> => {
    const body = { ...draft, signer: draft.signer.trim(), evidence: evidence && (await evidence.ready) };
    // What is asked for once more is the same; what was changed meanwhile is another basis.
    const written = JSON.stringify(body);
    if (asked.current?.body !== written) asked.current = { body: written, key: newKey() };
    for (const { id } of performers.filter((each) => !recorded.has(each.id))) {
      await recordBasis(id, body, `${asked.current.key}-${id}`);
      setRecorded((before) => new Set([...before, id]));
    }
  };
  const record = async (draft: BasisDraft, evidence: Evidence | null): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await change(all(draft, evidence));
      say({ text: t('wasRecorded', { count: performers.length, name: performers[0].name }) });
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { recorded, busy, problem, record };
}
