// What Electron's own default_app does for `electron FOLDER ...`, no more: the test Electron comes without it.
// The top-level await matters: Electron becomes ready only once the app's main module has been read.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

function findPackage(folder) {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder
  return findPackage(dirname(folder))
}

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'))
if (argument === undefined) {
  process.stderr.write('Usage: electron FOLDER\n')
  app.exit(2)
} else {
  const place = resolve(argument)
  const isFolder = statSync(place).isDirectory()
  const folder = isFolder ? place : findPackage(dirname(place))
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setVersion(description.version)
  app.setName(description.productName ?? description.name)
  app.setAppPath(folder)
  const main = isFolder ? join(folder, description.main ?? 'index.js') : place
  await import(pathToFileURL(main).href).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    app.exit(1)
  })
}
