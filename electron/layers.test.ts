/** The import table holds: a wrong import is refused by lint and, where types can tell, by the compiler. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('lint', () => {
  const refused: readonly (readonly [file: string, code: string])[] = [
    ['electron/contract/wrong.ts', "import '../engine/fold'"],
    ['electron/contract/wrong.ts', "import 'lowdb'"],
    ['electron/engine/wrong.ts', "import 'node:fs'"],
    ['electron/engine/wrong.ts', "import '../adapters/jieba'"],
    ['electron/engine/wrong.ts', "import 'zod'"],
    ['electron/adapters/wrong.ts', "import '../engine/retrieve'"],
    ['electron/adapters/wrong.ts', "import '../hosts/open'"],
    ['electron/hosts/wrong.ts', "import 'electron'"],
    ['electron/hosts/desktop/wrong.ts', "import type { App } from 'electron'"],
    ['electron/hosts/main.ts', "import { ipcMain } from 'electron'"],
    ['electron/hosts/main.ts', "import * as electron from 'electron'"],
    ['electron/hosts/ipc.ts', "import { shell } from 'electron'"],
    ['electron/hosts/preload.ts', "import { ipcMain } from 'electron'"],
    ['electron/hosts/wrong.ts', "import '../../renderer/app'"],
    ['renderer/wrong.ts', "import '../electron/engine/fold'"],
    ['renderer/wrong.ts', "import '../electron/contract/operations'"],
    ['renderer/wrong.ts', "import 'node:fs'"],
  ]
  const eslint = new ESLint({ cwd: root })

  it.each(refused)('refuses in %s: %s', async (file, code) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) })
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(
      '@typescript-eslint/no-restricted-imports',
    )
  })

  it.each([
    ['electron/hosts/wrong.ts', "void import('electron')"],
    ['electron/hosts/main.ts', "window.webContents.send('anything')"],
  ])('refuses a way around it in %s: %s', async (file, code) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) })
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax')
  })

  it('lets a right import pass', async () => {
    const [result] = await eslint.lintText("import '../contract/errors'\n", {
      filePath: join(root, 'electron/engine/right.ts'),
    })
    expect(result?.messages).toEqual([])
  })
})

describe('the compiler', () => {
  it('refuses Node and outer rooms in the engine', () => {
    const room = mkdtempSync(join(root, 'electron', 'engine', 'refused-'))
    try {
      writeFileSync(
        join(room, 'wrong.ts'),
        "import { readFileSync } from 'node:fs'\nimport { createJieba } from '../../adapters/jieba'\nexport const wrong = [readFileSync, createJieba, process]\n",
      )
      writeFileSync(
        join(room, 'tsconfig.json'),
        JSON.stringify({
          extends: '../tsconfig.json',
          compilerOptions: {
            rootDir: '..',
            outDir: './out',
            noEmit: true,
            composite: false,
            emitDeclarationOnly: false,
          },
          include: ['wrong.ts'],
        }),
      )
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', room], { encoding: 'utf8' })
      expect(stdout).toMatch(/wrong\.ts.*node:fs/)
      expect(stdout).toMatch(/jieba\.ts.*rootDir|jieba.*not under 'rootDir'/)
    } finally {
      rmSync(room, { recursive: true, force: true })
    }
  })
})
