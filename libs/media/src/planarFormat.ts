import { pixelFormats, type PixelFormat } from '@mondwerk/film';

/** Layouts that hold the same samples as a planar format, or fewer, so that converting loses nothing. */
const equals: Readonly<Record<string, string>> = {
  yuvj420p: 'yuv420p',
  yuvj422p: 'yuv422p',
  yuvj444p: 'yuv444p',
  yuvj440p: 'yuv444p',
  yuv440p: 'yuv444p',
  yuv440p10le: 'yuv444p10le',
  yuv440p12le: 'yuv444p12le',
  yuv410p: 'yuv420p',
  yuv411p: 'yuv422p',
  nv12: 'yuv420p',
  nv21: 'yuv420p',
  nv16: 'yuv422p',
  nv24: 'yuv444p',
  yuyv422: 'yuv422p',
  uyvy422: 'yuv422p',
  p010le: 'yuv420p10le',
  p012le: 'yuv420p12le',
  p210le: 'yuv422p10le',
  p410le: 'yuv444p10le',
  nv20le: 'yuv422p10le',
  y210le: 'yuv422p10le',
  yuv420p9le: 'yuv420p10le',
  yuv422p9le: 'yuv422p10le',
  yuv444p9le: 'yuv444p10le',
  yuv420p10be: 'yuv420p10le',
  yuv422p10be: 'yuv422p10le',
  yuv444p10be: 'yuv444p10le',
  gray: 'yuv420p',
  gray10le: 'yuv420p10le',
  gray12le: 'yuv420p12le',
};

/** Layouts of red, green and blue; they are read as Y, Cb, Cr of BT.709 in full colour resolution. */
const rgb: Readonly<Record<string, string>> = {
  gbrp: 'yuv444p',
  rgb24: 'yuv444p',
  bgr24: 'yuv444p',
  bgr0: 'yuv444p',
  rgb0: 'yuv444p',
  '0rgb': 'yuv444p',
  gbrp10le: 'yuv444p10le',
  gbrp12le: 'yuv444p12le',
};

/** Whether a layout stores red, green and blue. */
export const isRgb = (name: string): boolean => name in rgb;

/** Whether a layout has only luma. */
export const isGray = (name: string): boolean => name.startsWith('gray');

/** The planar format that a film stored in ffmpeg's format `name` is read in; `undefined` where there is none. */
export const planarFormat = (name: string): PixelFormat | undefined =>
  pixelFormats.get(name) ?? pixelFormats.get(equals[name] ?? rgb[name] ?? '');
