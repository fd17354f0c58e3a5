import type { Text } from '../../contract/language'
import type { Copy } from '../../contract/ledger'
import type { Result } from '../../contract/result'
import type { FileFilter } from '../desktop/port'

/**
 * Makes a PDF from a complete HTML page. The page runs no script and loads nothing from outside. A page that holds
 * `<meta name="page-footer" content="…" />` gets these lines and the page's number at the foot of each of its pages; its
 * `@page` leaves 24 mm there.
 */
export interface Printer {
  toPdf(html: string): Promise<Result<Uint8Array>>
}

export interface SavedContent {
  readonly bytes: Uint8Array
  /** null: nothing of the case file is in it. */
  readonly copy: Copy | null
}

/** A document that was saved; null: the person closed the file dialog. */
export type SavedDocument = { readonly file: string } | null

/**
 * Saving what a job has written, where the person wants it. What leaves the case file is said in the ledger before it is
 * written; where it cannot be said, nothing is saved. What was saved may be opened afterwards by the same person.
 */
export interface DocumentDesk {
  /** Prints a complete HTML page as PDF and saves it. */
  savePdf(options: {
    readonly title: Text
    readonly suggestedName: Text
    readonly copy: Copy
    /** Called when the person has chosen a place. */
    readonly page: () => Promise<Result<string>>
  }): Promise<Result<SavedDocument>>
  /** Saves any other file. */
  saveFile(options: {
    readonly title: Text
    readonly suggestedName: Text
    readonly filter: FileFilter
    /** Called when the person has chosen a place. */
    readonly content: () => Promise<Result<SavedContent>>
  }): Promise<Result<SavedDocument>>
  /** A file that a job has saved itself. */
  remember(file: string): void
}
