import type { Text } from '../../contract/language'
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

/** A document that was saved; null: the person closed the file dialog. */
export type SavedDocument = { readonly file: string } | null

/** Saving what a job has written, where the person wants it. What was saved may be opened afterwards. */
export interface DocumentDesk {
  /** Prints a complete HTML page as PDF and saves it. */
  savePdf(options: {
    readonly title: Text
    readonly suggestedName: string
    /** Called when the person has chosen a place. */
    readonly page: () => Promise<Result<string>>
  }): Promise<Result<SavedDocument>>
  /** Saves any other file. */
  saveFile(options: {
    readonly title: Text
    readonly suggestedName: string
    readonly filter: FileFilter
    readonly content: () => Promise<Result<Uint8Array>>
  }): Promise<Result<SavedDocument>>
  /** A file that a job has saved itself. */
  remember(file: string): void
}
