import { fail, type Result } from '../../contract/result'
import type { CaseDocument, SanctionCase } from '../../contract/sanctions'
import type { Settings } from '../../contract/settings'
import { filled, type Text } from '../../contract/language'
import { dayOf } from '../../core/calendar'
import type { Ledger } from '../../core/ledger'
import type { DocumentDesk, SavedDocument } from '../../world/documents/port'
import { caseDocument } from './documents'

/** What a document is called in the dialog that asks where to save it. */
const titles: Readonly<Record<CaseDocument, Text>> = {
  notice: { de: 'Mitteilung speichern', en: 'Save the notice' },
  formalNotice: { de: 'Ordnungsmaßnahme speichern', en: 'Save the formal notice' },
  hearing: { de: 'Anhörungsbogen speichern', en: 'Save the hearing form' },
  lifting: { de: 'Mitteilung der Aufhebung speichern', en: 'Save the lifting notice' }
}
const fileNames: Readonly<Record<CaseDocument, Text>> = {
  notice: { de: 'Mitteilung-{number}.pdf', en: 'Notice-{number}.pdf' },
  formalNotice: { de: 'Ordnungsmassnahme-{number}.pdf', en: 'Formal-notice-{number}.pdf' },
  hearing: { de: 'Anhoerung-{number}.pdf', en: 'Hearing-{number}.pdf' },
  lifting: { de: 'Aufhebung-{number}.pdf', en: 'Lifting-{number}.pdf' }
}

/** Prints a document of a case as PDF where the person wants it. */
export async function saveCaseDocument({
  document,
  case: concerned,
  ledger,
  settings,
  desk,
  now,
  by
}: {
  readonly document: CaseDocument
  readonly case: SanctionCase
  readonly ledger: Ledger
  readonly settings: () => Promise<Result<Settings>>
  readonly desk: DocumentDesk
  readonly now: () => Date
  /** Who asks for it. */
  readonly by: string | null
}): Promise<Result<SavedDocument>> {
  const { head } = ledger
  const read = await settings()
  if (!read.ok) return read
  if (head === null) return fail('sanctions.notPossibleNow')
  const page = caseDocument(document, { case: concerned, settings: read.value, day: dayOf(now()), head })
  if (!page.ok) return page
  return desk.savePdf({
    title: titles[document],
    suggestedName: filled(fileNames[document], { number: concerned.number }),
    copy: { what: 'caseDocument', count: 1, by },
    page: async () => page
  })
}
