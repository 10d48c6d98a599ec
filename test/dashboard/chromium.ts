import { chromium, type Browser } from 'playwright-core';

/** Where Debian puts it. */
const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts the real browser. It asks nobody outside this machine for anything. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PROGRAM,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
