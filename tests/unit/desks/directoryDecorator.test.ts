import { expect, it } from 'vitest'
import { DirectoryDecorator } from '../../../src-main/desks/directory/directoryDecorator'
import type { Directory } from '../../../src-main/world/directory/port'

it('hands every call on with everything that came with it, and answers what it was answered', () => {
  const answer = Symbol('answer')
  const calls: [string, unknown[]][] = []
  const inner = new Proxy({} as Directory, {
    get:
      (_, name) =>
      (...words: unknown[]) => {
        calls.push([String(name), words])
        return answer
      }
  })
  const decorator = new DirectoryDecorator(inner)
  const members = Object.entries(Object.getOwnPropertyDescriptors(DirectoryDecorator.prototype))
  // More than any member takes, so that an optional last one cannot be forgotten.
  const words = ['first', 'second', 'third']
  const methods = members.filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
  for (const [name, { value }] of methods) {
    const method = value as (...given: unknown[]) => unknown
    expect(method.call(decorator, ...words)).toBe(answer)
    const [called, handed] = calls.at(-1)!
    expect([called, handed]).toEqual([name, words.slice(0, method.length)])
  }
  expect(methods.find(([name]) => name === 'changeAccount')?.[1].value).toHaveLength(3)
  expect(methods.length).toBeGreaterThan(15)
})
