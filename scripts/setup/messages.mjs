/** Everything the scripts tell a person goes through here: one line, German first, then English. */
export function tell(german, english) {
  process.stderr.write(`${german} / ${english}\n`)
}

/** An expected end of a script: the sentence is all that the person needs to see. */
export class Stop extends Error {
  constructor(german, english) {
    super(`${german} / ${english}`)
    this.name = 'Stop'
  }
}

/** Runs a script's main function; an expected end prints its sentence only, a bug prints its stack. */
export async function run(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? String(error))}\n`)
    process.exitCode = 1
  }
}
