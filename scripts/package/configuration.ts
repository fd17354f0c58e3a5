import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { bundled } from './bundled'
import { fuseConfiguration } from './fuses'

export interface PackagingElectron {
  readonly folder: string
  readonly version: string
  readonly kind: 'pinned' | 'test'
}

const executableNames: Readonly<Record<string, string>> = {
  linux: 'netzwart',
  win32: 'Netzwart.exe',
  darwin: 'Netzwart.app'
}

/** How the app is packaged. An artifact around the test Electron says so in its name; it is never published. */
export function makeConfiguration(electron: PackagingElectron, output: string): Configuration {
  const mark = electron.kind === 'test' ? '-test' : ''
  return {
    appId: 'org.netzwart.app',
    productName: 'Netzwart',
    copyright: 'MIT',
    directories: { output, buildResources: 'resources' },
    electronDist: electron.folder,
    electronVersion: electron.version,
    artifactName: `netzwart-\${version}${mark}-\${os}-\${arch}.\${ext}`,
    asar: true,
    // A native part is opened by the operating system's loader, which cannot look into the archive.
    asarUnpack: ['**/*.node'],
    // The native parts are ready-made for N-API; nothing is compiled.
    npmRebuild: false,
    files: [
      'out/**',
      '!out/**/*.map',
      'resources/icon.png',
      'resources/rules/**',
      'package.json',
      'LICENSE',
      `!**/node_modules/{${bundled.join(',')}}/**`,
      '!**/node_modules/@e965/xlsx/{bin,dist,xlsx.js}',
      '!**/node_modules/@photostructure/sqlite/{src,scripts,binding.gyp}',
      '!**/node_modules/@photostructure/sqlite/prebuilds/!(${platform}-${arch})/**'
    ],
    extraFiles: [
      { from: 'LICENSE', to: 'LICENSE.netzwart.txt' },
      // For whoever checks an exported ledger without the app.
      { from: 'resources/verify-ledger.mjs', to: 'verify-ledger.mjs' },
      { from: 'out/renderer/licences.txt', to: 'LICENSES.packages.txt' }
    ],
    electronLanguages: ['de', 'en-US', 'en-GB'],
    afterPack: finish,
    publish: null,
    win: { target: ['nsis'], icon: 'resources/icon.png' },
    nsis: {
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['de_DE', 'en_US']
    },
    linux: {
      // The tar.gz is made from the unpacked folder by scripts/package.mjs.
      target: ['dir', 'deb', 'AppImage'],
      executableName: 'netzwart',
      icon: 'resources/icon.png',
      category: 'Education',
      maintainer: 'Netzwart',
      synopsis: 'Accounts, approvals and reviews in a school network'
    },
    deb: {
      depends: [
        'libgtk-3-0',
        'libnss3',
        'libasound2',
        'libgbm1',
        'libxss1',
        'libatk-bridge2.0-0',
        'libsecret-1-0'
      ]
    }
  }
}

async function finish(context: AfterPackContext): Promise<void> {
  const name = executableNames[context.electronPlatformName]
  if (name === undefined) throw new Error(`no executable is known for ${context.electronPlatformName}`)
  await flipFuses(join(context.appOutDir, name), fuseConfiguration)
  // Electron's answer to a missing app; the packaged app must start itself or nothing.
  await rm(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true })
}
