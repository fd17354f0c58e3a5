import type { Handlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { Desktop } from '../../world/desktop/port'
import type { DocumentDesk, Printer, SavedDocument } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'

export interface DocumentsJobOptions {
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
export function createDocumentsJob({ desktop, printer, files }: DocumentsJobOptions): DocumentsJob {
  const saved = new Set<string>()

  const save: DocumentDesk['saveFile'] = async ({ title, suggestedName, filter, content }) => {
    const file = await desktop.chooseSaveTarget({ title, suggestedName, filters: [filter] })
    if (file === null) return succeed<SavedDocument>(null)
    const bytes = await content()
    if (!bytes.ok) return bytes
    const written = await files.writePrivately(file, bytes.value)
    if (!written.ok) return written
    saved.add(file)
    return succeed<SavedDocument>({ file })
  }

  return {
    handlers: {
      async 'documents.open'({ file }): Promise<Result<undefined>> {
        return saved.has(file) ? desktop.openDocument(file) : fail('accounts.documentUnknown')
      }
    },
    desk: {
      saveFile: save,
      savePdf: ({ title, suggestedName, page }) =>
        save({
          title,
          suggestedName,
          filter: pdf,
          async content() {
            const html = await page()
            return html.ok ? printer.toPdf(html.value) : html
          }
        }),
      remember: (file) => void saved.add(file)
    }
  }
}
