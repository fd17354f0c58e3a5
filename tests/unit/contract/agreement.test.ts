import { describe, expect, it } from 'vitest'
import { agreementParagraphs, agreementText } from '../../../src-main/contract/agreement'
import { languages } from '../../../src-main/contract/language'
import { agreementDigest } from '../../../src-main/jobs/people/agreement'

describe('the agreement between administrator and leadership', () => {
  /**
   * What administrators have signed at their founding. Another digest means that no earlier signature covers these words:
   * every school has to be asked anew.
   */
  it('has the words that administrators have signed', () => {
    expect(agreementDigest()).toBe('1f855f85dda0eb7ade27dc855174f56f72bd472ccad92a0db28987d0aa0dba4f')
  })

  it.each(languages)('is cut into its numbered paragraphs alike by whoever reads it: %s', (language) => {
    const paragraphs = agreementText(language).split('\n\n')
    expect(paragraphs).toEqual(
      agreementParagraphs.map((paragraph, index) => `${index + 1}. ${paragraph[language].trim()}`)
    )
  })
})
