import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testFrame } from './test-frame'

it('is a virtual display where there is none, if one is installed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wenju 架 '))
  onTestFinished(() => rm(folder, { recursive: true }))
  const env = { PATH: ['/nonexistent', folder].join(delimiter) }
  expect(testFrame('linux', env)).toBeUndefined()
  await writeFile(join(folder, 'xvfb-run'), '')
  expect(testFrame('linux', env)).toEqual(['xvfb-run', '-a'])
  expect(testFrame('linux', { ...env, DISPLAY: ':0' })).toEqual([])
  expect(testFrame('darwin', {})).toEqual([])
})
