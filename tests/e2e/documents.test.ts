import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseDocuments, type CaseDocument, type SanctionCase } from '../../src-main/contract/sanctions'
import { caseDocument } from '../../src-main/jobs/sanctions/documents'
import { footerOptions } from '../../src-main/shell/pageFooter'
import { sampleCase, sampleFrame, sampleLift } from '../unit/support/documentSamples'
import { answerSaveDialog, ask, launch, type RunningApplication } from './support/application'

const execute = promisify(execFile)
const headWords =
  'Journal 242: 3f5a 9c12 7bd0 4e88 12ff a09b 3c4d 5e6f 3f5a 9c12 7bd0 4e88 12ff a09b 3c4d 5e6f'

let running: RunningApplication
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-documents-'))
  running = await launch({ demo: true })
})

afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** The words of each page of a PDF. */
async function pagesOf(file: string): Promise<string[]> {
  const { stdout: facts } = await execute('pdfinfo', [file])
  expect(facts).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/)
  const { stdout } = await execute('pdftotext', ['-layout', file, '-'])
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/g, ' '))
}

/** Prints a page in the app's Electron with the printer's own foot. */
async function printed(html: string): Promise<string[]> {
  const bytes = await running.electron.evaluate(
    async ({ BrowserWindow }, { page, footer }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
      const pdf = await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        ...footer
      })
      window.destroy()
      return pdf.toString('base64')
    },
    { page: html, footer: footerOptions(html) }
  )
  const file = join(folder, 'printed.pdf')
  await writeFile(file, Buffer.from(bytes, 'base64'))
  return pagesOf(file)
}

function pageOf(document: CaseDocument, changes: Partial<SanctionCase> = {}): string {
  const made = caseDocument(document, { ...sampleFrame, case: sampleCase(changes) })
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}

describe('documents on paper', () => {
  it.each(caseDocuments)('P22: %s has number and ledger head on each page', async (document) => {
    const pages = await printed(pageOf(document, { state: 'lifted', lift: sampleLift }))
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Seite ${String(index + 1)} von ${String(pages.length)}`)
      expect(page).toContain(headWords)
    }
    expect(pages[0]).toContain('Kim-Sophie Müller-Weißenfels')
  })

  it.each([0, 5, 10, 15, 20, 25, 30, 35, 40])(
    'never leaves a signature alone on a page: %i more lines of facts',
    async (lines) => {
      const facts = Array.from({ length: lines + 1 }, (_, line) => `Zeile ${String(line)} über Ärger`).join(
        '\n'
      )
      const pages = await printed(pageOf('notice', { facts }))
      const signing = pages.find((page) => page.includes('Dr. Änne Größmann, Schulleiterin'))
      expect(signing).toMatch(/Fragen und Gespräch .* Mit freundlichen Grüßen .* Schulleiterin/)
    }
  )

  it('P20, P25: the founding document goes through the app’s own printer', async () => {
    const { window, electron } = running
    const { session } = await ask(window, 'application.state')
    const leadership = session.demoPeople.find(({ role, deputy }) => role === 'leadership' && !deputy)!
    await ask(window, 'session.signIn', { login: leadership.login, password: leadership.password })
    const file = join(folder, 'Gründung.pdf')
    await answerSaveDialog(electron, file)
    expect(await ask(window, 'people.saveDocument', { appointment: null })).toEqual({ file })
    const pages = await pagesOf(file)
    expect(pages[0]).toContain('Gründungsurkunde')
    expect(pages[0]).toContain(leadership.name)
    expect(pages.at(-1)).toMatch(/Journal \d+: (?:[0-9a-f]{4} ){16}Seite (\d) von \1/)
  })
})
