'use strict'

// What Electron's own default_app does for `electron FOLDER ...`, no more: the test Electron comes without it.
const { app } = require('electron')
const { existsSync, readFileSync, statSync } = require('node:fs')
const { dirname, join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')

const argument = process.argv.slice(1).find((word) => !word.startsWith('-'))
if (argument === undefined) {
  process.stderr.write('Usage: electron FOLDER\n')
  app.exit(2)
} else {
  process.defaultApp = true
  start(resolve(argument)).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    app.exit(1)
  })
}

async function start(place) {
  const isFolder = statSync(place).isDirectory()
  const folder = isFolder ? place : findPackage(dirname(place))
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setVersion(description.version)
  app.setName(description.productName ?? description.name)
  app.setAppPath(folder)
  const main = isFolder ? join(folder, description.main ?? 'index.js') : place
  await import(pathToFileURL(main).href)
}

function findPackage(folder) {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder
  return findPackage(dirname(folder))
}
