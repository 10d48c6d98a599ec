const formats = new Map<string, Intl.NumberFormat>();

/** Formats are slow to make, and a board has hundreds of times on it. */
function formatOf(unit: string, locale: string): Intl.NumberFormat {
  const name = `${unit} ${locale}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: 1,
  });
  formats.set(name, made);
  return made;
}

const counted = (value: number, unit: string, locale: string): string => formatOf(unit, locale).format(value);

/** A time on screen as people say it: seconds with a tenth below ten, minutes with seconds, hours with minutes. */
export function screenTime(seconds: number, locale: string): string {
  if (seconds < 9.95) return counted(seconds, 'second', locale);
  const whole = Math.round(seconds);
  if (whole < 60) return counted(whole, 'second', locale);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${counted(minutes, 'minute', locale)} ${counted(whole % 60, 'second', locale)}`;
  return `${counted(Math.floor(minutes / 60), 'hour', locale)} ${counted(minutes % 60, 'minute', locale)}`;
}
