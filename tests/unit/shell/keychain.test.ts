import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cipher } from '../../../src-main/shell/cipher'
import { openKeychain } from '../../../src-main/shell/keychain'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-keychain-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Stands for the system's cipher of one user. */
function cipherOf(user: string): Cipher {
  return {
    encrypt: async (plain) => Buffer.from(`${user}:${Buffer.from(plain).toString('hex')}`),
    decrypt: async (encrypted) => {
      const [owner, hex] = Buffer.from(encrypted).toString().split(':')
      if (owner !== user) throw new Error('wrong key')
      return Buffer.from(hex ?? '', 'hex').toString()
    }
  }
}

describe('the keychain', () => {
  it('gives back what it keeps, until it is forgotten', async () => {
    const keychain = openKeychain(folder, cipherOf('erika'))
    await keychain.keep('ldaps://server/a b', 'Geheim', 'here')
    expect(await keychain.read('ldaps://server/a b', 'here')).toBe('Geheim')
    expect(await keychain.read('other', 'here')).toBeNull()
    await keychain.forget('ldaps://server/a b')
    expect(await keychain.read('ldaps://server/a b', 'here')).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('writes nothing readable, and for its owner only', async () => {
    await openKeychain(folder, cipherOf('erika')).keep('bind', 'Geheim', 'here')
    const file = join(folder, (await readdir(folder))[0]!)
    expect(await readFile(file, 'utf8')).not.toContain('Geheim')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('takes what another user’s key has sealed for not kept', async () => {
    await openKeychain(folder, cipherOf('erika')).keep('bind', 'Geheim', 'here')
    expect(await openKeychain(folder, cipherOf('max')).read('bind', 'here')).toBeNull()
  })

  it('gives a secret out for the place only that it was entered for', async () => {
    const keychain = openKeychain(folder, cipherOf('erika'))
    await keychain.keep('bind', 'Geheim', 'ldaps://server')
    expect(await keychain.read('bind', 'ldaps://elsewhere')).toBeNull()
    expect(await keychain.read('bind', 'ldaps://server')).toBe('Geheim')
  })

  it('gives nobody what an earlier version kept without a place', async () => {
    const keychain = openKeychain(folder, cipherOf('erika'))
    await keychain.keep('bind', 'Geheim', 'here')
    const [file] = await readdir(folder)
    await writeFile(join(folder, file!), await cipherOf('erika').encrypt('Geheim'))
    expect(await keychain.read('bind', 'here')).toBeNull()
    expect(await keychain.read('bind', '')).toBeNull()
  })

  it('keeps nothing at all where the system has no real protection', async () => {
    const keychain = openKeychain(folder, null)
    expect(keychain.available).toBe(false)
    await expect(keychain.keep('bind', 'Geheim', 'here')).rejects.toThrow()
    expect(await keychain.read('bind', 'here')).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })
})
