export { droppedFiles, hasFiles, pickFiles, type BroughtFile, type Choice } from './broughtFiles.ts';
export type { Purpose } from './keptUploads.ts';
export { durationOf, sizeOf, type Duration, type Size } from './sizes.ts';
export {
  hasEnded,
  isGoing,
  type SendingState,
  type UploadOrder,
  type UploadProgress,
} from './uploadProgress.ts';
export {
  cancelUpload,
  clearEnded,
  goOnWithFiles,
  isSending,
  pauseUpload,
  restoreUploads,
  resumeAtHand,
  resumeUpload,
  startUpload,
  type StartedUpload,
} from './uploads.ts';
export { useUploads } from './useUploads.ts';
