import type { SanctionCase } from '../../../contract/sanctions'
import { html, type Markup } from '../../../core/documents/html'
import type { DocumentFrame } from '../../../core/documents/letter'
import { name } from '../../../core/documents/words'
import { fullName } from '../../../core/people/actor'

/** What a document about a case needs to know. */
export interface CaseDocumentInput extends DocumentFrame {
  readonly case: SanctionCase
}

export function pupilName({ person }: SanctionCase): string {
  return fullName(person.names)
}

/** `Kim Beispiel, Klasse 7b`. */
export function pupilAndClass(concerned: SanctionCase): Markup {
  const { schoolClass } = concerned.person
  const pupil = name(pupilName(concerned))
  return schoolClass === '' ? pupil : html`${pupil}, Klasse&nbsp;${name(schoolClass)}`
}
