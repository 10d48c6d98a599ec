'use client';

import { useSyncExternalStore } from 'react';
import type { UploadProgress } from './uploadProgress.ts';
import { allUploads, hearUploads } from './uploads.ts';

const NONE: readonly UploadProgress[] = [];

/** All uploads of this page with how far they are, the first first. */
export const useUploads = (): readonly UploadProgress[] =>
  useSyncExternalStore(hearUploads, allUploads, () => NONE);
