'use client';

import type { ReactElement } from 'react';
import { AudioLines, Download, FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Menu, type MenuItem } from '#components/ui/index.ts';
import { exportUrl, SCRIPT_FORMATS, scriptFileUrl, type Script } from '#lib/api/scripts.ts';

/** The script that counts, to be downloaded: as it was brought, or in any format with what people changed. */
export function ScriptDownloads({
  script,
  timed,
}: {
  readonly script: Script;
  /** Whether it is known where the voice says its lines. */
  readonly timed: boolean;
}): ReactElement {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const formats = (asHeard: boolean): MenuItem[] =>
    SCRIPT_FORMATS.map(([format, label]) => ({
      label,
      icon: FileDown,
      onSelect: () => save(exportUrl(script, format, asHeard)),
    }));
  const brought = { label: t('asBrought'), icon: Download, onSelect: () => save(scriptFileUrl(script.id)) };
  return (
    <>
      {timed && (
        <Menu items={formats(true)}>
          <Button kind="quiet" icon={AudioLines} title={t('heardTimesHint')}>
            {t('heardTimes')}
          </Button>
        </Menu>
      )}
      <Menu items={[...(script.heard === null ? [brought] : []), ...formats(false)]}>
        <Button kind="quiet" icon={Download} title={t('downloadHint')}>
          {common('download')}
        </Button>
      </Menu>
    </>
  );
}

/** The server says that it is to be saved, so the page stays. */
function save(url: string): void {
  window.location.assign(url);
}
