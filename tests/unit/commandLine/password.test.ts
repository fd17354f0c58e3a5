import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { promptForPassword, readPasswordFromStdin } from '../../../src-main/commandLine/password'

/** A terminal's stdin and stderr, as far as the prompt uses them. */
function terminal(): {
  stdin: NodeJS.ReadStream
  stderr: NodeJS.WriteStream
  raw: boolean[]
  shown: () => string
} {
  const raw: boolean[] = []
  const stdin = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) })
  const stderr = new PassThrough()
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    raw,
    shown: () => (stderr.read() as Buffer | null)?.toString() ?? ''
  }
}

function stdinOf(...chunks: readonly (string | Buffer)[]): NodeJS.ReadStream {
  const stream = new PassThrough()
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  return stream as unknown as NodeJS.ReadStream
}

describe('a password on standard input', () => {
  it('is everything but the line break at the end', async () => {
    expect(await readPasswordFromStdin(stdinOf('Pass wort \n'))).toBe('Pass wort ')
    expect(await readPasswordFromStdin(stdinOf('zwei\r\n'))).toBe('zwei')
    expect(await readPasswordFromStdin(stdinOf('ohne'))).toBe('ohne')
    const umlaut = Buffer.from('Schlüssel')
    expect(await readPasswordFromStdin(stdinOf(umlaut.subarray(0, 5), umlaut.subarray(5)))).toBe('Schlüssel')
  })

  it('is none where there is nothing, or far too much', async () => {
    expect(await readPasswordFromStdin(stdinOf())).toBeNull()
    expect(await readPasswordFromStdin(stdinOf('\n'))).toBeNull()
    expect(await readPasswordFromStdin(stdinOf('x'.repeat(70_000)))).toBeNull()
  })
})

describe('the prompt', () => {
  it('shows the question and nothing of what is typed, and gives the terminal back', async () => {
    const { stdin, stderr, raw, shown } = terminal()
    const asked = promptForPassword(stdin, stderr, 'Passwort: ')
    stdin.emit('data', Buffer.from('Gehx\u007Feim'))
    stdin.emit('data', Buffer.from('nis\r'))
    expect(await asked).toBe('Geheimnis')
    expect(shown()).toBe('Passwort: \n')
    expect(raw).toEqual([true, false])
  })

  it.each(['\u0003', 'ab\u0004', '\r'])('gives up on %j', async (keys) => {
    const { stdin, stderr } = terminal()
    const asked = promptForPassword(stdin, stderr, '')
    stdin.emit('data', Buffer.from(keys))
    expect(await asked).toBeNull()
  })
})
