'use client';

import { useEffect, useState, type ReactElement } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton, type ButtonKind } from './button.tsx';

/** How long it says that it is done. */
const SAID_MS = 2000;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear, where several of them stand together. */
  readonly what?: string;
  /** Shows only a picture. */
  readonly small?: boolean;
  readonly kind?: ButtonKind;
}

/** Copies a text, and says so. */
export function CopyButton({ text, what, small, kind }: CopyButtonProps): ReactElement {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (from: HTMLElement): Promise<void> => setCopied(await copyText(text, from));
  const said = copied ? t('copied') : t('copy');
  const label = what === undefined ? said : `${said}: ${what}`;
  const icon = copied ? Check : Copy;
  return (
    <>
      {small ? (
        <IconButton icon={icon} label={label} size={14} onClick={(event) => void copy(event.currentTarget)} />
      ) : (
        <Button
          icon={icon}
          kind={kind}
          aria-label={what && label}
          onClick={(event) => void copy(event.currentTarget)}
        >
          {said}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied && t('copied')}
      </span>
    </>
  );
}

async function copyText(text: string, from: HTMLElement): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyFromField(text, from),
    );
  }
  return copyFromField(text, from);
}

/** Browsers give pages that came without https no clipboard, only the copying of what is selected. */
function copyFromField(text: string, from: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  from.after(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  from.focus();
  return copied;
}
