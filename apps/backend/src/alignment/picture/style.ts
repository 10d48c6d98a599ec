/** How all that is drawn looks. Colours differ in lightness too, and whatever a colour says, a pattern or a word says as well. */
export const STYLE = `<style>
text{font-family:'Noto Sans','DejaVu Sans','Segoe UI',Arial,sans-serif;fill:#1a1a1a}
.paper{fill:#fff}
.head{font-size:24px;font-weight:600}
.note{font-size:14px;fill:#444}
.small{font-size:11px;fill:#555}
.row{font-size:15px;font-weight:600}
.tick{stroke:#999;stroke-width:1}
.edge{stroke:#9aa4b2;stroke-width:.6;fill:none}
.base{stroke:#bbb;stroke-width:.8}
.line{fill:#e4ebf5;stroke:#5b708f;stroke-width:1}
.odd{fill:url(#odd);stroke:#a3261a;stroke-width:1.6}
.reason{fill:#8c1d12;font-weight:600}
.sure{fill:#fff;stroke:#8894a6;stroke-width:.8}
.fair{fill:url(#fair);stroke:#8894a6;stroke-width:.8}
.poor{fill:url(#poor);stroke:#8894a6;stroke-width:.8}
.wave{fill:#7d8896}
.cue{fill:#1a1a1a;stroke:#1a1a1a;stroke-width:1.4;stroke-linejoin:round}
.ring{fill:#fff;stroke:#1a1a1a;stroke-width:1.6}
.span{fill:none;stroke:#555;stroke-width:1}
.wanted{fill:none;stroke:#0b5cad;stroke-width:1.6;stroke-linejoin:round}
.seen{fill:none;stroke:#b3460b;stroke-width:1.6;stroke-dasharray:5 3;stroke-linejoin:round}
</style>
<defs>
<pattern id="odd" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fdecea"/><path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="#d98b80" stroke-width="1.2"/></pattern>
<pattern id="fair" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="1.5" cy="1.5" r=".8" fill="#b9a04a"/><circle cx="4.5" cy="4.5" r=".8" fill="#b9a04a"/></pattern>
<pattern id="poor" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fff7df"/><path d="M0 4l4-4" stroke="#b98a1a" stroke-width="1"/></pattern>
</defs>`;

/** From which confidence on a sound is drawn as sure, and as fair; below, as poor. */
export const CONFIDENCE = { sure: 0.75, fair: 0.5 } as const;

/** How something is drawn that was heard with some confidence. */
export const classOf = (confidence: number): 'sure' | 'fair' | 'poor' =>
  confidence >= CONFIDENCE.sure ? 'sure' : confidence >= CONFIDENCE.fair ? 'fair' : 'poor';
