import { useFormatter, useTranslations } from 'use-intl';
import type { Performer } from '#lib/api/cast.ts';
import type { TakeSettings } from '#lib/api/renders.ts';

/** Says how a take differs from what was planned; nothing where it does not. */
export function useSettingsWords(
  people: ReadonlyMap<string, Performer>,
): (settings: TakeSettings) => string[] {
  const t = useTranslations('plan');
  const format = useFormatter();
  return ({ delay, opening, leaveAlone, untouched }) => {
    const frames = untouched.reduce((sum, { start, end }) => sum + end - start, 0);
    const names = leaveAlone.map((id) => people.get(id)?.name ?? t('somebody'));
    return [
      ...(delay === 0
        ? []
        : [t(delay > 0 ? 'later' : 'earlier', { ms: Math.round(Math.abs(delay) * 1000) })]),
      ...(opening === 1 ? [] : [t('opening', { share: format.number(opening, { style: 'percent' }) })]),
      ...(names.length === 0 ? [] : [t('leaveAlone', { names: format.list(names) })]),
      ...(frames === 0 ? [] : [t('untouchedFrames', { count: frames })]),
    ];
  };
}
