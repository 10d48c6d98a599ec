import type { ReactElement } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { facePicture } from '#components/faces/index.ts';
import { classes, Portrait } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';

/** Somebody by name, and by face where more is known of them. */
type Somebody = Performer | Pick<Performer, 'id' | 'name'>;

interface FacePairProps {
  readonly replaced: Somebody;
  readonly shown: Somebody;
  /** Of each picture. */
  readonly className?: string;
}

/** Whose face goes and whose comes, as two pictures with an arrow. */
export function FacePair({ replaced, shown, className = 'size-14' }: FacePairProps): ReactElement {
  const t = useTranslations('replacement');
  const said = t('pairSaid', { replaced: replaced.name, shown: shown.name });
  const shape = classes('rounded-md', className);
  return (
    <span role="img" aria-label={said} title={said} className="flex shrink-0 items-center gap-1.5">
      <Portrait src={pictureOf(replaced)} name="" className={shape} />
      <ArrowRight size={16} aria-hidden className="shrink-0 text-dim" />
      <Portrait src={pictureOf(shown)} name="" className={shape} />
    </span>
  );
}

/** Where the picture of somebody is, if there is one. */
export const pictureOf = (somebody: Somebody): string | null =>
  'hasPortrait' in somebody ? facePicture(somebody) : null;
