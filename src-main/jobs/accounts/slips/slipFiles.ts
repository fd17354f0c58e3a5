import { z } from 'zod'
import { fail, succeed, type Result } from '../../../contract/result'
import type { FileAccess, SecretFiles } from '../../../world/files/port'
import type { SecretBox } from '../../../world/secrets/port'
import type { DocumentShelf } from '../../../world/store/port'

/*
 * [Note: no draft of passwords]
 * Other files are written under a hidden name and renamed when they are complete. A process that is killed in between
 * would leave such a draft behind for good, and one of slips holds passwords in clear where nobody looks. Slips are
 * therefore written where the person wants them and nowhere else. What makes that safe is a note in the store, written
 * before the first byte: which file, which passwords, and, sealed, what the file held before. While the passwords wait
 * in the store the file is not needed: whoever comes next puts it back to what it was. Once they are destroyed the file
 * is complete, and only the note goes.
 */

const noteSchema = z.object({
  file: z.string(),
  /** Which file it was, whatever it is called now; null: it was about to be made. */
  mark: z.string().nullable(),
  secrets: z.array(z.object({ plan: z.string(), step: z.string() })),
  /** Base64, sealed: what the file held before; null: it is new. */
  previous: z.string().nullable()
})

/** Which sealed password. */
export interface SecretPlace {
  readonly plan: string
  readonly step: string
}

export interface SlipFilesOptions {
  readonly store: DocumentShelf & {
    listSecrets(): Promise<readonly SecretPlace[]>
  }
  readonly secretBox: SecretBox
  readonly files: FileAccess & SecretFiles
}

/** Files with passwords in clear: written in place, and put back where the writing was cut short. */
export class SlipFiles {
  /** Each PC of a shared case file has its own note. */
  private readonly noteName: string

  constructor(private readonly options: SlipFilesOptions) {
    const place = Buffer.from(options.secretBox.derive('note about a file of slips')).toString('hex')
    this.noteName = `slipFile ${place.slice(0, 16)}`
  }

  /**
   * Fills a new file, readable only by this user. `accounts.slipsFileExists`: something of this name is there; slips
   * never take the place of another file.
   */
  async create(file: string, content: Uint8Array, secrets: SecretPlace[]): Promise<Result<undefined>> {
    if (await this.options.files.exists(file)) return fail('accounts.slipsFileExists', { file })
    await this.note({ file, mark: null, secrets, previous: null })
    const mark = await this.options.files.claim(file)
    if (!mark.ok) {
      await this.keep()
      return mark
    }
    return this.fill({ file, mark: mark.value, secrets, previous: null }, content)
  }

  /** Gives a file of slips new content. `previous`: what it holds now. */
  async replace(
    file: string,
    previous: Uint8Array,
    content: Uint8Array,
    secrets: SecretPlace[]
  ): Promise<Result<undefined>> {
    const mark = await this.options.files.markOf(file)
    if (mark === null) return fail('application.fileNotWritable', { file })
    const sealed = this.options.secretBox.seal(Buffer.from(previous).toString('base64'), [file, mark])
    return this.fill({ file, mark, secrets, previous: Buffer.from(sealed).toString('base64') }, content)
  }

  /** The passwords are destroyed: the file is all there is now. */
  async keep(): Promise<void> {
    await this.options.store.deleteDocument(this.noteName)
  }

  /** Puts a file back whose writing was cut short. Its passwords still wait in the store. */
  async settle(): Promise<void> {
    const { store } = this.options
    const document = await store.readDocument(this.noteName)
    const note = noteSchema.safeParse(document.ok ? document.value : undefined)
    if (!note.success) return
    const waiting = await store.listSecrets()
    const isUnfinished = note.data.secrets.some(({ plan, step }) =>
      waiting.some((secret) => secret.plan === plan && secret.step === step)
    )
    if (isUnfinished) await this.putBack(note.data)
    await this.keep()
  }

  private async putBack({ file, mark, previous }: z.infer<typeof noteSchema>): Promise<void> {
    const { files } = this.options
    if (mark === null) {
      const empty = await files.read(file, 0)
      const own = empty.ok ? await files.markOf(file) : null
      if (own !== null) await files.remove(file, own)
    } else if (previous === null) {
      await files.remove(file, mark)
    } else {
      const former = this.open(previous, [file, mark])
      if (former !== null) await files.overwrite(file, mark, former)
    }
  }

  private async note(note: z.infer<typeof noteSchema>): Promise<void> {
    await this.options.store.writeDocument(this.noteName, note)
  }

  private async fill(
    note: z.infer<typeof noteSchema> & { readonly mark: string },
    content: Uint8Array
  ): Promise<Result<undefined>> {
    await this.note(note)
    const written = await this.options.files.overwrite(note.file, note.mark, content)
    if (written.ok) return succeed()
    await this.settle()
    return written
  }

  private open(sealed: string, context: readonly string[]): Uint8Array | null {
    const text = this.options.secretBox.open(Buffer.from(sealed, 'base64'), context)
    return text === null ? null : Buffer.from(text, 'base64')
  }
}
