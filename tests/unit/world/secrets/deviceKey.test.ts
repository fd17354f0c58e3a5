import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDeviceSecretBox } from '../../../../src-main/world/secrets/deviceKey'

let folder = ''
beforeEach(() => (folder = join(tmpdir(), `netzwart-key-${randomBytes(6).toString('hex')}`)))
afterEach(() => rm(folder, { recursive: true, force: true }))

async function openBox() {
  const box = await openDeviceSecretBox(folder)
  if (!box.ok) throw new Error(box.failure.code)
  return box.value
}

describe('the device key', () => {
  it('opens a secret only under the context it was sealed for, also after a restart', async () => {
    const sealed = (await openBox()).seal('Kab7tuN-wed4', ['plan', '1', 'm.muster'])
    const box = await openBox()
    expect(box.open(sealed, ['plan', '1', 'm.muster'])).toBe('Kab7tuN-wed4')
    expect(box.open(sealed, ['plan', '2', 'm.muster'])).toBeNull()
    expect(box.open(sealed, ['plan', '1', 'm.muster', ''])).toBeNull()
  })

  it('opens nothing that was changed or cut', async () => {
    const box = await openBox()
    const sealed = box.seal('secret', ['x'])
    for (const place of sealed.keys()) {
      const changed = Uint8Array.from(sealed)
      changed[place]! ^= 1
      expect(box.open(changed, ['x'])).toBeNull()
      expect(box.open(sealed.subarray(0, place), ['x'])).toBeNull()
    }
  })

  it('seals the same secret differently each time and shows nothing of it', async () => {
    const box = await openBox()
    const first = Buffer.from(box.seal('secret', ['x']))
    expect(first.equals(Buffer.from(box.seal('secret', ['x'])))).toBe(false)
    expect(first.toString('latin1')).not.toContain('secret')
  })

  it.each(['', 'short'])(
    'makes the rest of a first start without space (%j) anew, if it was never used',
    async (rest) => {
      await mkdir(folder)
      const file = join(folder, 'device.key')
      await writeFile(file, rest)
      expect(await openDeviceSecretBox(folder, async () => true)).toMatchObject({
        failure: { code: 'store.keyUnusable' }
      })
      expect(await readFile(file, 'utf8')).toBe(rest)
      expect(await openDeviceSecretBox(folder, async () => false)).toMatchObject({ ok: true })
      expect((await stat(file)).size).toBe(32)
    }
  )

  it('leaves no draft behind, and clears those of a start that was killed', async () => {
    await mkdir(folder)
    await writeFile(join(folder, '.device.key.0123'), 'half')
    await openBox()
    expect(await readdir(folder)).toEqual(['device.key'])
  })

  it('keeps the key to this user and never replaces a damaged one', async () => {
    await openBox()
    const file = join(folder, 'device.key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await writeFile(file, 'short')
    expect(await openDeviceSecretBox(folder)).toMatchObject({ failure: { code: 'store.keyUnusable' } })
    expect(await readFile(file, 'utf8')).toBe('short')
  })
})
