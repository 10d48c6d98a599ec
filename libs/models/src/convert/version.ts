/** Raised whenever the same source would be converted to another graph, so that old cache files are not used. */
export const CONVERTER_VERSION = 1;
