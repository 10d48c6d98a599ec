import type { ReactElement } from 'react';
import { PasswordForm } from '#components/shell/index.ts';
import { SettingsPage } from '#components/studio/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.settings);

/** What one sets for oneself and for the organisation. */
export default function Page(): ReactElement {
  return <SettingsPage password={<PasswordForm />} />;
}
