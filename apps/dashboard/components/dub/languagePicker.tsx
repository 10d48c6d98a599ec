'use client';

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { Badge, Button, classes } from '#components/ui/index.ts';
import { spokenLanguages, type NamedLanguage } from '#lib/language/spokenLanguages.ts';
import { languagesMatching, ownName } from './languageSearch.ts';

interface LanguagePickerProps {
  /** Languages that are there already, with where they are. */
  readonly taken: ReadonlyMap<string, string>;
  readonly original: string | null;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onPick: (tag: string) => void;
}

/** Finds a language by its name and adds it; one that is there already is gone to. */
export function LanguagePicker({
  taken,
  original,
  busy,
  disabled,
  onPick,
}: LanguagePickerProps): ReactElement {
  const t = useTranslations('dub');
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const languages = useMemo(() => spokenLanguages(locale, [...taken.keys()]), [locale, taken]);
  const found = useMemo(() => languagesMatching(languages, typed), [languages, typed]);
  const active = Math.min(at, found.length - 1);
  const chosen = found[active] as NamedLanguage | undefined;
  const there = chosen && taken.get(chosen.tag);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const go = (): void => {
    if (chosen === undefined) return;
    if (there !== undefined) router.push(there);
    else if (!disabled && !busy) onPick(chosen.tag);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, active - 1));
    else if (event.key === 'Enter') go();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={chosen && `${id}-${chosen.tag}`}
        aria-label={t('findLanguage')}
        placeholder={t('findLanguage')}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="h-8 w-full rounded-md border border-edge bg-ground px-2 text-base"
      />
      {found.length === 0 && <p className="p-2 text-dim">{t('noSuchLanguage', { text: typed })}</p>}
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('whichLanguage')}
        className="max-h-[46vh] overflow-auto rounded-md border border-line"
        hidden={found.length === 0}
      >
        {found.map(({ tag, name }, place) => (
          <li
            key={tag}
            id={`${id}-${tag}`}
            role="option"
            aria-selected={place === active}
            onClick={() => setAt(place)}
            onDoubleClick={go}
            className={classes(
              'flex h-8 cursor-pointer items-center gap-2 px-3 select-none',
              place === active ? 'bg-accent-deep text-white' : 'hover:bg-hover',
            )}
          >
            <span>{name}</span>
            {ownName(tag) !== name && (
              <span lang={tag} className={place === active ? 'text-white/85' : 'text-faint'}>
                {ownName(tag)}
              </span>
            )}
            <span className="flex-1" />
            {tag === original && <Badge>{t('original')}</Badge>}
            {taken.has(tag) && <Badge tone="good">{t('there')}</Badge>}
          </li>
        ))}
      </ul>
      <div className="flex justify-end">
        <Button
          kind="main"
          busy={busy}
          disabled={chosen === undefined || (disabled && there === undefined)}
          onClick={go}
        >
          {chosen === undefined
            ? t('add')
            : t(there === undefined ? 'addLanguage' : 'goToLanguage', { language: chosen.name })}
        </Button>
      </div>
    </>
  );
}
