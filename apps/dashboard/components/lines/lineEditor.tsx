'use client';

import type { ReactElement } from 'react';
import { FileText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Empty, LinkButton } from '#components/ui/index.ts';
import { useDub, type Dub } from '#lib/api/titles.ts';
import { Editor } from './editor.tsx';
import { useEditorData } from './useEditorData.ts';

/** The lines of a dub: what they say, who says them, and how the mouth says each of them. */
export function LineEditor({ dub: id }: { readonly dub: string }): ReactElement {
  const dub = useDub(id);
  return <Await of={dub}>{(data) => <OfDub dub={data} />}</Await>;
}

function OfDub({ dub }: { readonly dub: Dub }): ReactElement {
  const t = useTranslations('lines');
  const asked = useEditorData(dub);
  return (
    <Await of={asked}>
      {(data) =>
        data.script === null ? (
          <Empty icon={FileText} title={t('noScript')}>
            <p>{t('noScriptHint')}</p>
            <LinkButton kind="main" href={`/titles/${dub.title}/dubs/${dub.id}`}>
              {t('toScript')}
            </LinkButton>
          </Empty>
        ) : (
          <Editor dub={dub} data={data} />
        )
      }
    </Await>
  );
}
