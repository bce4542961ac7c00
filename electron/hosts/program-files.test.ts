import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dataFolder, modelsFolder, projectRoot, shippedFolder } from './program-files'

it('has model and articles beside a packed program, and inside a project', () => {
  const resources = join('opt', 'Wenju', 'resources')
  expect(shippedFolder(join(resources, 'app.asar'))).toBe(resources)
  expect(shippedFolder(join('home', 'wenju'))).toBe(join('home', 'wenju'))
})

it('knows this project', () => {
  expect(existsSync(join(projectRoot, 'package.json'))).toBe(true)
  expect(existsSync(join(modelsFolder(), 'manifest.json'))).toBe(true)
  expect(existsSync(join(dataFolder, 'facts.json'))).toBe(true)
})
