import { describe, expect, it } from 'vitest'
import { troubleOf, troubleSentence } from './trouble'

const place = { folder: '/app/dist', display: ':0' }
const crashed = { code: null, signal: 'SIGTRAP' }

/** Lines as Electron and the system's loader write them. */
const complaints = {
  root: '[4242:0101/000000.1:ERROR:content/browser/zygote_host/zygote_host_impl_linux.cc:101] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.',
  helper:
    "[9:0101/000000.1:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:163] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I'm aborting now.",
  none: '[9:0101/000000.1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+ …',
  nss: '/app/dist/electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory',
  gtk: '/app/dist/electron: error while loading shared libraries: libgtk-3.so.0: cannot open shared object file: No such file or directory',
  x: '/app/dist/electron: error while loading shared libraries: libXcomposite.so.1: cannot open shared object file: No such file or directory',
  glibc:
    "/app/dist/electron: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /app/dist/electron)",
  display:
    '[9:0101/000000.1:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:250] Missing X server or $DISPLAY\n[9:0101/000000.1:ERROR:ui/aura/env.cc:257] The platform failed to initialize.  Exiting.',
}

describe('the reason why the window did not open', () => {
  it.each([
    [complaints.root, 'root', {}],
    [complaints.helper, 'sandbox', { folder: '/app/dist' }],
    [complaints.none, 'sandbox', { folder: '/app/dist' }],
    [complaints.nss, 'library-missing', { library: 'libnss3.so', package: 'libnss3' }],
    [complaints.gtk, 'library-missing', { library: 'libgtk-3.so.0', package: 'libgtk-3-0' }],
    [complaints.x, 'library-missing', { library: 'libXcomposite.so.1', package: 'libxcomposite1' }],
    [complaints.glibc, 'old-system', { library: 'GLIBC_2.34' }],
    [complaints.display, 'display-refused', { display: ':0' }],
    ['first\n last words \n', 'ended-early', { signal: 'SIGTRAP', reason: 'last words' }],
  ])('is read from %j', (complaint, name, details) => {
    expect(troubleOf(complaint, crashed, place)).toEqual({ name, details })
  })

  it('is one sentence without a gap, in both languages', () => {
    for (const complaint of [...Object.values(complaints), 'boom', '']) {
      for (const ending of [crashed, { code: 9, signal: null }]) {
        const trouble = troubleOf(complaint, ending, place)
        for (const language of ['zh', 'en'] as const) {
          expect(troubleSentence(trouble, language)).not.toMatch(/[{}]|undefined|: $|：$/)
        }
      }
    }
  })

  it('tells how Electron ended when it said nothing', () => {
    const sentence = (code: number | null, signal: string | null) =>
      troubleSentence(troubleOf('', { code, signal }, place), 'en')
    expect(sentence(9, null)).toContain('exit code 9')
    expect(sentence(null, 'SIGSEGV')).toContain('signal SIGSEGV')
    expect(sentence(9, null)).toContain('it did not say why')
  })
})
