export { droppedFiles, hasFiles, pickFiles, type BroughtFile, type Choice } from './broughtFiles.ts';
export type { Purpose } from './keptUploads.ts';
export {
  hasEnded,
  isGoing,
  needsSomebody,
  type SendingState,
  type UploadOrder,
  type UploadProgress,
} from './uploadProgress.ts';
export {
  cancelUpload,
  cancelUploadsOf,
  dismissUpload,
  goOnWithFiles,
  isSending,
  pauseUpload,
  restoreUploads,
  resumeAtHand,
  resumeUpload,
  startImport,
  startUpload,
  type StartedUpload,
} from './uploads.ts';
export { useFileDrop } from './useFileDrop.ts';
export { useMeasures, type Measures } from './useMeasures.ts';
export { useUploads } from './useUploads.ts';
