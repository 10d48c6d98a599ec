/** A time as people say it, in two units at most: `45 sec`, `3 min 20 sec`, `2 hr 5 min`. */
export function nameOfDuration(seconds: number, inLanguage: string): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const say = (count: number, unit: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(inLanguage, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  if (whole < 60) return say(whole, 'second');
  if (whole < 3600)
    return whole % 60 === 0
      ? say(minutes, 'minute')
      : `${say(minutes, 'minute')} ${say(whole % 60, 'second')}`;
  return minutes === 0 ? say(hours, 'hour') : `${say(hours, 'hour')} ${say(minutes, 'minute')}`;
}
