import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../../scripts/setup/places.mjs'
import { directoryProfiles } from '../../../src-main/contract/directory'
import { rosterFormats } from '../../../src-main/contract/roster'

/** The words in backquotes of the line of docs/cli.md that begins so. */
async function wordsOf(beginning: string): Promise<string[]> {
  const text = await readFile(join(root, 'docs', 'cli.md'), 'utf8')
  const line = text.split('\n').find((one) => one.startsWith(beginning)) ?? ''
  return [...line.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '').slice(1)
}

it('docs/cli.md names every format that `--format` takes', async () => {
  expect((await wordsOf('| `--format FORMAT`')).toSorted()).toEqual(['auto', ...rosterFormats].toSorted())
})

it('docs/cli.md names every kind of directory that `--profile` takes', async () => {
  expect((await wordsOf('| `profile` ')).toSorted()).toEqual(directoryProfiles.toSorted())
})
