import { StringDecoder } from 'node:string_decoder'

/** Longer input is no password. */
const maximumBytes = 64 * 1024

/** Everything that stdin holds, without the line break at its end. null: nothing, or far too much. */
export async function readPasswordFromStdin(stdin: NodeJS.ReadStream): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stdin) {
    const part = Buffer.from(chunk as Uint8Array)
    bytes += part.length
    if (bytes > maximumBytes) return null
    chunks.push(part)
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
  return text === '' ? null : text
}

/** Asks at a terminal, without echo. null: left empty or given up (Ctrl+C, Ctrl+D). */
export async function promptForPassword(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
  question: string
): Promise<string | null> {
  // Before the question is seen: what is typed at once must not be echoed either.
  stdin.setRawMode(true)
  stderr.write(question)
  stdin.resume()
  const decoder = new StringDecoder('utf8')
  try {
    return await new Promise((resolve) => {
      const entered: string[] = []
      const listen = (data: Buffer): void => {
        for (const key of decoder.write(data)) {
          if (key === '\r' || key === '\n') {
            finish(entered.length === 0 ? null : entered.join(''))
            return
          }
          if (key === '\u0003' || key === '\u0004') {
            finish(null)
            return
          }
          if (key === '\u007F' || key === '\b') entered.pop()
          else entered.push(key)
        }
      }
      const finish = (password: string | null): void => {
        stdin.off('data', listen)
        resolve(password)
      }
      stdin.on('data', listen)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
