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
 * is complete, and only the note goes. Where the file cannot be reached (a memory stick that was pulled out), its note
 * waits until it can be, whatever becomes of the passwords meanwhile. Until its last byte is written nobody may read it.
 */

const noteSchema = z.object({
  file: z.string(),
  /** Which file it was, whatever it is called now; null: it was about to be made. */
  mark: z.string().nullable(),
  secrets: z.array(z.object({ plan: z.string(), step: z.string() })),
  /** Base64, sealed: what the file held before; null: it is new. */
  previous: z.string().nullable(),
  /** It was to be put back and could not be reached. */
  isLeft: z.boolean().default(false)
})
type Note = z.infer<typeof noteSchema>

/** Earlier versions kept one note alone. */
const notesSchema = z.union([z.array(noteSchema), noteSchema.transform((note) => [note])])

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
    const note = { file, secrets, previous: null, isLeft: false }
    await this.note({ ...note, mark: null })
    const mark = await this.options.files.claim(file)
    if (!mark.ok) {
      await this.keep()
      return mark
    }
    return this.fill({ ...note, mark: mark.value }, content)
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
    const kept = Buffer.from(sealed).toString('base64')
    return this.fill({ file, mark, secrets, previous: kept, isLeft: false }, content)
  }

  /** The passwords are destroyed: the file is all there is now. */
  async keep(): Promise<void> {
    await this.note(null)
  }

  /** Puts files back whose writing was cut short. Their passwords still wait in the store. */
  async settle(): Promise<void> {
    const notes = await this.notes()
    if (notes.length === 0) return
    const waiting = await this.options.store.listSecrets()
    const left: Note[] = []
    for (const note of notes) {
      const isUnfinished =
        note.isLeft ||
        note.secrets.some(({ plan, step }) =>
          waiting.some((secret) => secret.plan === plan && secret.step === step)
        )
      if (isUnfinished && !(await this.putBack(note))) left.push({ ...note, isLeft: true })
    }
    await this.write(left)
  }

  /** False: the file cannot be reached now. */
  private async putBack({ file, mark, previous }: Note): Promise<boolean> {
    const { files } = this.options
    if (mark === null) {
      const empty = await files.read(file, 0)
      const own = empty.ok ? await files.markOf(file) : null
      if (own !== null) await files.remove(file, own)
      return true
    }
    const found = await files.lookFor(file, mark)
    if (found !== 'here') return found === 'gone'
    if (previous === null) return files.remove(file, mark)
    const former = this.open(previous, [file, mark])
    return former === null || (await files.overwrite(file, mark, former)).ok
  }

  private async notes(): Promise<Note[]> {
    const document = await this.options.store.readDocument(this.noteName)
    return notesSchema.safeParse(document.ok ? document.value : undefined).data ?? []
  }

  /** The file that is being written; null: none is. Those that could not be reached stay noted. */
  private async note(current: Note | null): Promise<void> {
    const left = (await this.notes()).filter(({ isLeft }) => isLeft)
    await this.write(current === null ? left : [...left, current])
  }

  private async write(notes: readonly Note[]): Promise<void> {
    const { store } = this.options
    if (notes.length === 0) await store.deleteDocument(this.noteName)
    else await store.writeDocument(this.noteName, notes)
  }

  private async fill(
    note: Note & { readonly mark: string },
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
