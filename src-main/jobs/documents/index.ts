import type { Handlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { RecordCopy } from '../../core/ledger'
import type { Actor, FindActor } from '../../core/people/actor'
import type { Desktop } from '../../world/desktop/port'
import type { DocumentDesk, Printer, SavedDocument } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'

export interface DocumentsJobOptions {
  readonly actor: FindActor
  readonly recordCopy: RecordCopy
  readonly desktop: Desktop
  readonly printer: Printer
  readonly files: FileAccess
}

export interface DocumentsJob {
  readonly handlers: Pick<Handlers, 'documents.open'>
  readonly desk: DocumentDesk
}

const pdf = { name: { de: 'PDF-Dokument', en: 'PDF document' }, extensions: ['pdf'] }

/** Saves documents where the person wants them and opens those, and only those, that this run has saved. */
export function createDocumentsJob(options: DocumentsJobOptions): DocumentsJob {
  const { desktop, printer, files, actor, recordCopy } = options
  /** By whom: what one has saved, the next at this PC does not open. */
  const saved = new Map<string, Person>()

  const save: DocumentDesk['saveFile'] = async ({ title, suggestedName, filter, content }) => {
    const person = personOf(actor())
    const file = await desktop.chooseSaveTarget({ title, suggestedName, filters: [filter] })
    if (file === null) return succeed<SavedDocument>(null)
    const made = await content()
    if (!made.ok) return made
    const { bytes, copy } = made.value
    const said = copy === null ? succeed() : await recordCopy(copy)
    if (!said.ok) return said
    const written = await files.writePrivately(file, bytes)
    if (!written.ok) return written
    saved.set(file, person)
    return succeed<SavedDocument>({ file })
  }

  return {
    handlers: {
      async 'documents.open'({ file }): Promise<Result<undefined>> {
        const person = personOf(actor())
        const isOwn = person !== undefined && saved.has(file) && saved.get(file) === person
        return isOwn ? desktop.openDocument(file) : fail('accounts.documentUnknown')
      }
    },
    desk: {
      saveFile: save,
      savePdf: ({ title, suggestedName, copy, page }) =>
        save({
          title,
          suggestedName,
          filter: pdf,
          async content() {
            const html = await page()
            if (!html.ok) return html
            const bytes = await printer.toPdf(html.value)
            return bytes.ok ? succeed({ bytes: bytes.value, copy }) : bytes
          }
        }),
      remember: (file) => void saved.set(file, personOf(actor()))
    }
  }
}

/** null: before the founding; undefined: nobody is there. */
type Person = string | null | undefined

function personOf(actor: Actor | null): Person {
  return actor?.person
}
