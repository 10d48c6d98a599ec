/** What every page tells the browser: nothing comes from elsewhere, nothing goes elsewhere, no other site frames it. */
export const securityHeaders = (developing: boolean): readonly (readonly [name: string, value: string])[] => [
  ['Content-Security-Policy', policy(developing)],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
];

const policy = (developing: boolean): string =>
  [
    `default-src 'self'`,
    // Next.js starts its pages with small scripts inside them; its development server also evaluates.
    `script-src 'self' 'unsafe-inline'${developing ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
