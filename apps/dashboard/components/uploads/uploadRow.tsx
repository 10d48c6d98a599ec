'use client';

import { memo } from 'react';
import Link from 'next/link';
import { CircleAlert, CircleCheck, CirclePause, CloudOff, Upload, type LucideIcon } from 'lucide-react';
import { classes, Progress } from '#components/ui/index.ts';
import { needsSomebody, type SendingState, type UploadProgress } from '#lib/upload/index.ts';
import { UploadActs } from './uploadActs.tsx';
import { useUploadText } from './uploadText.ts';

const SIGNS: Readonly<Partial<Record<SendingState, readonly [sign: LucideIcon, colour: string]>>> = {
  waiting: [CloudOff, 'text-warn'],
  paused: [CirclePause, 'text-dim'],
  missing: [CircleAlert, 'text-warn'],
  ready: [CircleCheck, 'text-good'],
  refused: [CircleAlert, 'text-bad'],
  failed: [CircleAlert, 'text-bad'],
};

/** How far an upload is: of what is sent; once that is all, of what the server has looked at. */
const shareOf = ({ state, sent, checked, bytes }: UploadProgress): number | null => {
  if (state === 'ready') return 1;
  if (state === 'checking') return checked === 0 ? null : checked / bytes;
  return bytes === 0 ? 0 : sent / bytes;
};

/** An upload in a line: what, how far, what can be done. */
export const UploadRow = memo(function UploadRow({ upload }: { readonly upload: UploadProgress }) {
  const text = useUploadText()(upload);
  const { name, title, state } = upload;
  const [Sign, colour] = SIGNS[state] ?? [Upload, 'text-accent'];
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-t lg:flex-nowrap border-line/60 px-3 py-0.5">
      <Sign size={16} aria-hidden className={classes('shrink-0', colour)} />
      <Link
        href={`/titles/${title}`}
        className="min-w-0 flex-1 truncate hover:underline lg:w-56 lg:flex-none"
        title={name}
      >
        {name}
      </Link>
      {state !== 'refused' && (
        <div className="w-24 shrink-0 lg:w-40">
          <Progress label={name} share={shareOf(upload)} />
        </div>
      )}
      <p
        className={classes(
          'order-last basis-full lg:order-none lg:min-w-0 lg:flex-1 lg:basis-0',
          needsSomebody(upload) ? 'wrap-anywhere' : 'truncate text-dim',
        )}
      >
        {text}
      </p>
      <UploadActs upload={upload} />
    </li>
  );
});
