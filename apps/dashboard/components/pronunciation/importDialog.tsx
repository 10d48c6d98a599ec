'use client';

import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, CheckField, Dialog, ProblemNote, TextArea, useToasts } from '#components/ui/index.ts';
import { usePronunciationActs } from '#lib/api/pronunciations.ts';

interface ImportDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Takes a lexicon from a file, or as it is pasted. */
export function ImportDialog({ title, open, onClose }: ImportDialogProps): ReactElement {
  const t = useTranslations('pronunciation');
  return (
    <Dialog open={open} onClose={onClose} title={t('import')}>
      <ImportForm title={title} onClose={onClose} />
    </Dialog>
  );
}

const EXAMPLE = 'word,said,language\nSiobhan,Shuh-VAWN\nNguyen,/ŋwiən/,vi';

function ImportForm({ title, onClose }: Omit<ImportDialogProps, 'open'>): ReactElement {
  const t = useTranslations();
  const toasts = useToasts();
  const { bring } = usePronunciationActs(title);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const pick = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setName(file.name);
    setText(textOf(await file.arrayBuffer()));
    setProblem(null);
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const replace = new FormData(event.currentTarget).get('replace') !== null;
    setBusy(true);
    setProblem(null);
    try {
      const done = await bring({ text, name: name || t('pronunciation.pasted'), replace });
      toasts.say({ text: t('pronunciation.imported', { ...done }) });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
      <div>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,text/plain,text/csv"
          aria-label={t('pronunciation.file')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void pick(event.currentTarget.files?.[0])}
        />
        <Button icon={FileUp} onClick={() => picker.current?.click()}>
          {name || t('pronunciation.chooseFile')}
        </Button>
      </div>
      <TextArea
        label={t('pronunciation.rows')}
        hint={t('pronunciation.rowsHint')}
        placeholder={EXAMPLE}
        rows={8}
        autoFocus
        className="font-mono"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <CheckField name="replace" label={t('pronunciation.replace')} hint={t('pronunciation.replaceHint')} />
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="main" busy={busy} disabled={text.trim() === ''}>
          {t('pronunciation.importAct')}
        </Button>
      </div>
    </form>
  );
}

/** Spreadsheets write UTF-16 with a mark, everybody else UTF-8. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
