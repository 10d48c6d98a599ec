export { UploadPanel } from './uploadPanel.tsx';
