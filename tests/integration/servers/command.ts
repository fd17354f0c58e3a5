import { execFile } from 'node:child_process'

export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program; never rejects for its exit code. */
export function tryRun(
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd?: string
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    execFile(command, [...words], { env, cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
      else reject(new Error(`${command} could not be run`, { cause: error }))
    })
  })
}

/** Runs a program that must succeed. */
export async function run(
  command: string,
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}
): Promise<Answer> {
  const answer = await tryRun(command, words, options.env ?? process.env, options.cwd)
  if (answer.code !== 0) throw new Error(`${command} ended with ${answer.code}: ${answer.stderr}`)
  return answer
}
