import fc from 'fast-check'

/**
 * Property tests try the same examples in every run, so that a change is judged by what it changes. To search
 * for new examples: `NETZWART_SEED=random npx vitest run --project unit`, as often as one likes; what it finds
 * is a bug, and its example becomes a test.
 */
const seed = process.env['NETZWART_SEED'] ?? '20261122'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
