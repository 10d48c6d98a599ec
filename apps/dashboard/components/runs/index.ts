export { RetryDialog } from './retryDialog.tsx';
