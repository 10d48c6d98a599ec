'use client';

import type { ReactElement } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Invitation } from '#lib/api/people.ts';
import { ShownOnce } from './shownOnce.tsx';

interface InvitationShownProps {
  readonly name: string;
  readonly invitation: Invitation;
  readonly onDone: () => void;
}

/** Shows the link with which somebody chooses a password. */
export function InvitationShown({ name, invitation, onDone }: InvitationShownProps): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  const at = dateTime(new Date(invitation.expiresAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ShownOnce label={t('invitationFor', { name })} secret={invitation.url} onDone={onDone}>
      {t('invitationEnds', { at })}
    </ShownOnce>
  );
}
