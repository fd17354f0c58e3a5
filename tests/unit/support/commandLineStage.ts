import { PassThrough } from 'node:stream'
import type { Surroundings } from '../../../src-main/commandLine/surroundings'

interface Stage {
  readonly surroundings: Surroundings
  readonly out: () => string
  readonly error: () => string
  readonly bugs: unknown[]
  readonly uncaught: ((error: unknown) => void)[]
  readonly ended: number[]
}

/** Surroundings in memory; what a test does not name throws when it is asked for. */
export function stage(fields: Partial<Surroundings> = {}): Stage {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const bugs: unknown[] = []
  const uncaught: ((error: unknown) => void)[] = []
  const ended: number[] = []
  const text = (stream: PassThrough) => () => (stream.read() as Buffer | null)?.toString() ?? ''
  const absent = (): never => {
    throw new Error('not part of this test')
  }
  return {
    bugs,
    uncaught,
    ended,
    out: text(stdout),
    error: text(stderr),
    surroundings: {
      version: '1.2.3',
      environment: {},
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout as unknown as NodeJS.WriteStream,
      stderr: stderr as unknown as NodeJS.WriteStream,
      files: { read: absent, exists: absent, list: absent, writePrivately: absent },
      logs: { open: absent, list: absent },
      isFolder: absent,
      findDataFolder: (asked) => asked ?? '/nowhere',
      openServices: absent,
      readCertificate: absent,
      demoNames: { baseDn: '', bindDn: '' },
      startDemo: absent,
      demoRoster: absent,
      rulesFolder: '/nowhere',
      noteBug: (_folder, error) => {
        bugs.push(error)
        return 'abcd1234'
      },
      onInterrupt: () => () => undefined,
      onUncaught: (listener) => {
        uncaught.push(listener)
        return () => undefined
      },
      exit: (code) => void ended.push(code),
      ...fields
    }
  }
}
