import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Their sources are TypeScript, as everything here.
  transpilePackages: ['@mondwerk/client', '@mondwerk/film'],
  images: { unoptimized: true },
  // `npm run typecheck` looks at everything; a build need not do it again.
  // Next.js writes into its own file, not into ours.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  // Several builds may lie beside each other: that of people, and that of the tests.
  distDir: process.env.DASHBOARD_BUILD ?? '.next',
  devIndicators: false,
  agentRules: false,
} as NextConfig;

export default config;
