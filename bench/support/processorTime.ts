import { spawnSync } from 'node:child_process'

/** Adds the seconds of processor time that work in this process has taken. */
export async function timed<Value>(times: number[], work: () => Promise<Value>): Promise<Value> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  times.push((user + system) / 1e6)
  return value
}

/** Seconds of processor time of a process and its memory, as the system counts them. */
export function processorTime(
  program: string,
  words: readonly string[]
): { readonly seconds: number; readonly megabytes: number; readonly output: string } {
  const script = `import resource, subprocess, sys
answer = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.stdout.buffer.write(answer.stdout)
sys.exit(answer.returncode)`
  const answer = spawnSync('python3', ['-c', script, program, ...words], { encoding: 'utf8', maxBuffer: 1e8 })
  if (answer.status !== 0) throw new Error(`${program}: exit ${String(answer.status)} ${answer.stderr}`)
  const [seconds = 0, kilobytes = 0] = answer.stderr.split(' ').slice(-2).map(Number)
  return { seconds, megabytes: kilobytes / 1000, output: answer.stdout }
}
