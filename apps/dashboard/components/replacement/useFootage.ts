'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { useEditReplacement, withFootage } from '#lib/api/replacements.ts';
import { discardUpload, useUnusedUploads, type Upload } from '#lib/api/uploads.ts';
import { useMay } from '#lib/api/session.ts';
import {
  cancelUpload,
  dismissUpload,
  startUpload,
  useUploads,
  type BroughtFile,
  type UploadProgress,
} from '#lib/upload/index.ts';
import { allClaims, claim, hearClaims } from './claims.ts';

/** What footage of a shown performer is brought for. */
const PURPOSE = 'donor-footage';

/** A file of donor footage that belongs to no replacement yet. */
export interface BroughtFootage {
  /** What it is called among those of the page. */
  readonly key: string;
  readonly name: string;
  /** The server's id, `null` before it knows of it. */
  readonly upload: string | null;
  /** How far it is; `null` for one that arrived earlier. */
  readonly progress: UploadProgress | null;
  readonly arrived: boolean;
  /** The replacement for which it is meant, once it has arrived. */
  readonly meantFor: string | null;
}

/** The donor footage of a title that is on its way or not used yet, and what can be done with it. */
export interface FootageDesk {
  readonly files: readonly BroughtFootage[];
  readonly bring: (files: readonly BroughtFile[]) => Promise<void>;
  /** Means files for a replacement: they become part of it as soon as they have arrived. */
  readonly use: (files: readonly BroughtFootage[], replacement: string) => void;
  readonly remove: (file: BroughtFootage) => Promise<void>;
}

/** Brings donor footage to a title; what was brought for a replacement in `meantFor` is part of it by itself. */
export function useFootage(title: string, meantFor: string | null): FootageDesk {
  const { fail } = useToasts();
  const edit = useEditReplacement();
  const changed = useChange('uploads');
  const files = useFiles(title);
  const mean = (key: string, replacement: string, ready: Promise<string>): void => {
    const used = ready.then(async (upload) => {
      await edit(replacement, (now) => ({ donors: withFootage(now, upload) }));
      dismissUpload(key);
    });
    claim(key, replacement, used);
    used.catch(fail);
  };
  return {
    files,
    bring: async (brought) => {
      for (const each of brought) {
        const { key, ready } = await startUpload({ ...each, title, purpose: PURPOSE });
        arrivals.set(key, ready);
        ready.catch(() => undefined);
        if (meantFor !== null) mean(key, meantFor, ready);
      }
    },
    use: (wanted, replacement) => {
      for (const { key, upload, arrived } of wanted) {
        const ready = arrived && upload !== null ? Promise.resolve(upload) : arrivals.get(key);
        if (ready !== undefined) mean(key, replacement, ready);
      }
    },
    remove: async ({ key, upload, arrived }) => {
      try {
        if (!arrived) await cancelUpload(key);
        else await changed(discardUpload(upload!));
        dismissUpload(key);
      } catch (error) {
        fail(error);
      }
    },
  };
}

/** When files that were brought on this page arrive, by their keys. */
const arrivals = new Map<string, Promise<string>>();

const NO_CLAIMS: ReadonlyMap<string, string> = new Map();

function useFiles(title: string): readonly BroughtFootage[] {
  const onTheWay = useUploads();
  const unused = useUnusedUploads(title, PURPOSE, useMay()('uploads:read')).data;
  const claims = useSyncExternalStore(hearClaims, allClaims, () => NO_CLAIMS);
  return useMemo(
    () =>
      broughtFootage(
        onTheWay.filter((each) => each.title === title),
        unused ?? [],
        claims,
      ),
    [onTheWay, unused, claims, title],
  );
}

/** Puts together what is on its way and what arrived earlier. */
export function broughtFootage(
  onTheWay: readonly UploadProgress[],
  unused: readonly Upload[],
  claims: ReadonlyMap<string, string>,
): readonly BroughtFootage[] {
  const going = onTheWay.filter(({ purpose, state }) => purpose === PURPOSE && state !== 'refused');
  const seen = new Set(going.map(({ upload }) => upload));
  return [
    ...going.map((progress) => ({
      ...{ key: progress.key, name: progress.name, upload: progress.upload, progress },
      arrived: progress.state === 'ready',
    })),
    ...unused
      .filter(({ id }) => !seen.has(id))
      .map(({ id, name }) => ({ key: id, name, upload: id, progress: null, arrived: true })),
  ].map((file) => ({ ...file, meantFor: claims.get(file.key) ?? null }));
}
