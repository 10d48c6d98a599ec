// Pictures and style sheets that are imported; Next.js writes the same into next-env.d.ts, but only once it has run.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
