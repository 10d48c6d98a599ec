export { AdministrationFrame } from './administrationFrame.tsx';
export { AuditPage } from './auditPage.tsx';
export { PeoplePage } from './peoplePage.tsx';
export { SettingsPage } from './settingsPage.tsx';
export { TokensPage } from './tokensPage.tsx';
export { WebhooksPage } from './webhooksPage.tsx';
