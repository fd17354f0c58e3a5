/** Packages of main that the build takes into its own files; the installed app needs no copy of them beside it. */
export const bundled = ['csv-parse', 'kysely', 'zod'] as const
