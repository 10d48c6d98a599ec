/**
 * The ffmpeg filter that lays decoded sound at its timestamps: gaps longer than 5 ms become silence, overlaps are
 * dropped. Without `min_hard_comp` ffmpeg waits until 100 ms are missing, and sound after many small gaps is early.
 */
export const fillGaps = 'aresample=async=1:min_hard_comp=0.005';

/** The same, with the first sample at time 0 whatever the sound's own start is. */
export const fillGapsFromZero = `${fillGaps}:first_pts=0`;
