/** A time as `01:02:03,500`, with another sign before the milliseconds where wanted. */
export function writeClock(seconds: number, sign = '.'): string {
  const all = Math.round(seconds * 1000);
  const whole = Math.floor(all / 1000);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock}${sign}${String(all % 1000).padStart(3, '0')}`;
}
