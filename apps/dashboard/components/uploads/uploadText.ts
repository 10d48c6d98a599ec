import { Refusal } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/ui/index.ts';
import { useMeasures, type UploadProgress } from '#lib/upload/index.ts';

/** How to say in a line how an upload fares. */
export function useUploadText(): (upload: UploadProgress) => string {
  const t = useTranslations('uploads');
  const problems = useTranslations('problems');
  const { size, speed, time, percent } = useMeasures();
  const problemText = useProblemText();
  const amount = ({ sent, bytes }: UploadProgress): string =>
    t('amount', { sent: size(sent), all: size(bytes) });
  const problem = (error: unknown): string => {
    if (!(error instanceof Refusal)) return problemText(error).sentence;
    if (error.code === 'file-unreadable') return t('unreadable');
    const { title, sentence } = problemText(error);
    // A headline for what nobody has a headline for says nothing.
    return problems.has(error.code as 'unknown') ? `${title}. ${sentence}` : sentence;
  };
  return (upload) => {
    switch (upload.state) {
      case 'sending': {
        const left = upload.secondsLeft === null ? null : t('left', { time: time(upload.secondsLeft) });
        const fast = upload.perSecond === null ? null : speed(upload.perSecond);
        return [amount(upload), fast, left].filter((part) => part !== null).join(' · ');
      }
      case 'paused':
        return `${t('paused')} · ${amount(upload)}`;
      case 'missing':
        return `${t(upload.atHand ? 'atHand' : 'missing')} · ${amount(upload)}`;
      case 'checking': {
        const share = upload.bytes === 0 ? 0 : upload.checked / upload.bytes;
        const text = t(upload.imported ? 'checkingCopy' : 'checking');
        return share > 0 ? `${text} · ${percent(share)}` : text;
      }
      case 'refused':
      case 'failed':
        return `${t(upload.state)}: ${problem(upload.problem)}`;
      default:
        return t(upload.state);
    }
  };
}
