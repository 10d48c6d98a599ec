'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { FileVideo, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, IconButton, ProblemNote, TextField, useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { likelyLanguage, rememberLanguage } from '#lib/language/spokenLanguages.ts';
import { pickFiles, useMeasures } from '#lib/upload/index.ts';
import { LanguageField } from './languageField.tsx';
import { looksLikeFilm, nameOfFile } from './nameOfFile.ts';
import { beginTitle, withFilms, type NewTitle } from './newTitles.ts';

interface NewTitlesProps {
  /** `null` while nobody asks for any. */
  readonly titles: readonly NewTitle[] | null;
  readonly onChange: (titles: readonly NewTitle[] | null) => void;
}

/** Asks what new titles are called and in which language they are, and begins them with their films. */
export function NewTitlesDialog({ titles, onChange }: NewTitlesProps): ReactElement {
  const t = useTranslations('newTitle');
  return (
    <Dialog
      open={titles !== null}
      onClose={() => onChange(null)}
      title={t('newTitles', { count: titles?.length ?? 1 })}
      wide={titles !== null && titles.length > 1}
    >
      {titles !== null && <NewTitlesForm titles={titles} onChange={onChange} />}
    </Dialog>
  );
}

interface FormProps {
  readonly titles: readonly NewTitle[];
  readonly onChange: NewTitlesProps['onChange'];
}

function NewTitlesForm({ titles, onChange }: FormProps): ReactElement {
  const t = useTranslations();
  const [language, setLanguage] = useState(likelyLanguage);
  const [path, setPath] = useState('');
  const { busy, problem, begin } = useBegin(titles, onChange);
  const films = titles.filter(({ film }) => film !== null).length;
  const change = (changed: NewTitle): void =>
    onChange(titles.map((each) => (each.key === changed.key ? changed : each)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin({ language: language === '' ? null : language, path: path.trim() });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <ul className="flex flex-col gap-3">
        {titles.map((title, at) => (
          <NewTitleRow
            key={title.key}
            title={title}
            first={at === 0}
            onChange={change}
            onLeaveOut={
              titles.length > 1 ? () => onChange(titles.filter(({ key }) => key !== title.key)) : undefined
            }
          />
        ))}
      </ul>
      <ChooseFilms titles={titles} onChange={onChange} />
      {films === 0 && (
        <TextField
          label={`${t('newTitle.orImport')} (${t('common.optional')})`}
          hint={t('newTitle.importHint')}
          value={path}
          onChange={(event) => {
            setPath(event.currentTarget.value);
            const [title] = titles;
            const file = event.currentTarget.value.split('/').at(-1)!;
            if (title.name === '' && /\.\w+$/.test(file)) change({ ...title, name: nameOfFile(file) });
          }}
        />
      )}
      <LanguageField value={language} onChange={setLanguage} />
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={() => onChange(null)}>{t('common.cancel')}</Button>
        <Button type="submit" kind="main" busy={busy}>
          {t('newTitle.begin', { films })}
        </Button>
      </div>
    </form>
  );
}

interface Beginning {
  readonly busy: boolean;
  readonly problem: unknown;
  readonly begin: (how: { readonly language: string | null; readonly path: string }) => Promise<void>;
}

/** Begins titles one after the other; those that could not begin stay in the window with the reason. */
function useBegin(titles: readonly NewTitle[], onChange: NewTitlesProps['onChange']): Beginning {
  const change = useChange('titles');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const begin: Beginning['begin'] = async (how) => {
    setBusy(true);
    setProblem(null);
    let left = titles;
    try {
      if (how.language !== null) rememberLanguage(how.language);
      for (const title of titles) {
        await change(beginTitle(title, how));
        left = left.filter(({ key }) => key !== title.key);
      }
      onChange(null);
    } catch (error) {
      setProblem(error);
      onChange(left);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, begin };
}

interface RowProps {
  readonly title: NewTitle;
  readonly first: boolean;
  readonly onChange: (title: NewTitle) => void;
  readonly onLeaveOut: (() => void) | undefined;
}

function NewTitleRow({ title, first, onChange, onLeaveOut }: RowProps): ReactElement {
  const t = useTranslations('newTitle');
  const { size } = useMeasures();
  const file = title.film?.file;
  const strange = file !== undefined && !looksLikeFilm(file);
  return (
    <li className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          label={t('nameOfFilm')}
          hint={file && `${file.name} · ${size(file.size)}${strange ? ` · ${t('notVideo')}` : ''}`}
          value={title.name}
          onChange={(event) => onChange({ ...title, name: event.currentTarget.value })}
          maxLength={200}
          required
          autoFocus={first}
        />
      </div>
      {onLeaveOut && (
        <IconButton
          icon={X}
          label={t('leaveOut', { name: title.name })}
          onClick={onLeaveOut}
          className="mt-6"
        />
      )}
    </li>
  );
}

function ChooseFilms({ titles, onChange }: FormProps): ReactElement {
  const t = useTranslations('newTitle');
  const { fail } = useToasts();
  const choose = async (): Promise<void> => {
    const films = await pickFiles({ multiple: true });
    if (films.length > 0) onChange(withFilms(titles, films));
  };
  return (
    <div>
      <Button icon={FileVideo} onClick={() => void choose().catch(fail)}>
        {t('chooseFilms')}
      </Button>
    </div>
  );
}
