/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src-main/contract/language'
import type { Messages } from '../../../src-renderer/shared/i18n/define'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../../src-renderer/**/*[mM]essages.ts', '../../../src-renderer/features/*/messages/*.ts'],
  { eager: true }
)

function isMessages(value: unknown): value is Messages {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'texts' in value
}

const all = Object.values(modules).flatMap((module) => Object.values(module).filter(isMessages))

/** Parameters of a text; quoted literals are none. Sorted, once each. */
function parametersOf(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}']+)\}/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

describe('texts of the window', () => {
  it('are found, each below a namespace of its own', () => {
    const namespaces = all.map((messages) => messages.namespace)
    expect(namespaces).toContain('accounts')
    expect(new Set(namespaces).size).toBe(namespaces.length)
  })

  it.each(all.map((messages) => [messages.namespace, messages] as const))(
    '%s: both languages have the same parameters',
    (_namespace, { texts }) => {
      for (const [key, { de, en }] of Object.entries(texts))
        expect({ key, parameters: parametersOf(en) }).toEqual({ key, parameters: parametersOf(de) })
    }
  )

  it.each(all.map((messages) => [messages.namespace, messages] as const))(
    '%s: no text is empty or stands on two lines',
    (_namespace, { texts }) => {
      for (const [key, text] of Object.entries(texts)) {
        expect(Object.keys(text)).toEqual(languages)
        for (const language of languages) {
          expect({ key, blank: text[language].trim() === '' }).toEqual({ key, blank: false })
          expect({ key, broken: text[language].includes('\n') }).toEqual({ key, broken: false })
        }
      }
    }
  )
})
