import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build as pack, Platform } from 'electron-builder'
import { tsImport } from 'tsx/esm/api'
import { build } from './setup/build.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

/*
 * npm run package                      what this machine can make without fetching further tools:
 *                                      the unpacked folder and, on Linux, a tar.gz
 * npm run package -- --release         the installers of this system too: NSIS; deb and AppImage
 * npm run package -- --output FOLDER   somewhere else than dist/
 * npm run package -- --skip-build      takes out/ as it is
 */
await run(async () => {
  const { values } = parseArgs({
    options: {
      release: { type: 'boolean', default: false },
      output: { type: 'string', default: 'dist' },
      'skip-build': { type: 'boolean', default: false }
    }
  })
  const electron = await ensureElectron()
  if (electron.kind === 'test') {
    tell(
      'Verpackt wird das Test-Electron: nur zum Ausprobieren, nicht zum Weitergeben.',
      'Packaging the test Electron: for trying out only, not for passing on.'
    )
    if (values.release) return 1
  }
  if (!values['skip-build']) build()
  const { makeConfiguration } = await tsImport('./package/configuration.ts', import.meta.url)
  const output = resolve(root, values.output)
  const made = await pack({
    projectDir: root,
    targets: Platform.current().createTarget(values.release ? undefined : ['dir']),
    config: makeConfiguration(electron, output),
    publish: 'never'
  })
  if (process.platform === 'linux') made.push(makeTarball(output, electron.kind === 'test' ? '-test' : ''))
  for (const file of made) process.stdout.write(`${file}\n`)
  return 0
})

/** The system's own tar: electron-builder would fetch a packer from GitHub for it. */
function makeTarball(output, mark) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const name = `netzwart-${version}${mark}-linux-${process.arch}`
  const file = join(output, `${name}.tar.gz`)
  const folder = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  const rename = `--transform=s,^${basename(folder)},${name},`
  const owner = ['--owner=0', '--group=0', '--numeric-owner']
  execFileSync('tar', ['-czf', file, ...owner, rename, '-C', output, basename(folder)])
  return file
}
