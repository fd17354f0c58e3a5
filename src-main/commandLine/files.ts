import { resolve } from 'node:path'
import { succeed, type Result } from '../contract/result'
import type { Answer, Context } from './context'
import { texts } from './texts'

/** Writes a document to a file, or to stdout for `-`. */
export async function deliver(context: Context, target: string, bytes: Uint8Array): Promise<Result<Answer>> {
  if (target === '-') {
    // One JSON document on stdout stays one.
    if (context.options.json) {
      const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      return succeed({ document: { file: null, content }, text: '', complete: true })
    }
    await context.stdout.write(bytes)
    return succeed({ document: undefined, text: '', complete: true })
  }
  const file = resolve(target)
  const written = await context.surroundings.files.writePrivately(file, bytes)
  if (!written.ok) return written
  await context.say(texts.fileWritten, { file: context.shown(file) })
  return succeed({ document: { file }, text: '', complete: true })
}
