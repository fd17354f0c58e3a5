import type { Result } from '../../contract/result'

/** Makes a PDF from a complete HTML page. The page runs no script and loads nothing from outside. */
export interface Printer {
  toPdf(html: string): Promise<Result<Uint8Array>>
}
