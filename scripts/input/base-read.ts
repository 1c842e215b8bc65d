/** The channel of `node:diagnostics_channel` on which is told that the first of two documents was read. */
export const BASE_READ = 'specshift.base-read';
