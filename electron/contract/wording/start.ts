/** What `npm start` says: why the window did not open, and what to do about it. */
import type { Language } from '../entities'

const zh = {
  fetching:
    '第一次打开窗口，要先下载窗口程序 Electron（约 110 MB，只此一次；书架内容不会发到任何地方）。',
  progress: '正在下载 Electron：{done} / {total} MB',
  progressUnknown: '正在下载 Electron：{done} MB',
  unpacking: '正在解开 Electron…',
  browserInstead: '改为在浏览器里打开：',
  troubles: {
    'no-display':
      '这台电脑没有可用的显示，窗口打不开。请在有桌面的电脑上打开，或运行 npm run web。',
    'not-installed': '窗口程序 Electron 没有安装。运行 npm ci 会把它装好。',
    'override-empty':
      'ELECTRON_OVERRIDE_DIST_PATH 指向 {folder}，那里没有 Electron。请改正或去掉这个变量。',
    'fetch-quiet':
      'Electron 下载不动：{seconds} 秒没有收到数据，已放弃，没有留下半截文件。请检查网络，或用变量 ELECTRON_MIRROR 指定近处的镜像，再运行 npm start。',
    'fetch-slow':
      'Electron 在 {minutes} 分钟内没有下载完，已放弃，没有留下半截文件。请用变量 ELECTRON_MIRROR 指定近处的镜像，再运行 npm start。',
    'fetch-failed':
      'Electron 没有下载成功（{reason}），没有留下半截文件。请检查网络，或用变量 ELECTRON_MIRROR 指定镜像，再运行 npm start。',
    root: '窗口不能用管理员（root）身份打开。请换成普通用户再运行。',
    sandbox:
      '系统不让 Electron 建立沙箱，没有沙箱就不打开窗口。请让系统允许非特权用户命名空间（Ubuntu：sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0），或把 {folder} 里的 chrome-sandbox 交给 root 并设为 4755。',
    'library-missing':
      '系统缺少 Electron 要用的 {library}。请安装它，如 Debian、Ubuntu：sudo apt-get install {package}。',
    'old-system':
      '这个系统太旧，Electron 不能运行（缺少 {library}）。请升级系统，或用 npm run web 在浏览器里打开。',
    'display-refused':
      'Electron 连不上显示 {display}。请在桌面会话里运行，或检查 DISPLAY 和 WAYLAND_DISPLAY。',
    'not-started':
      'Electron 启动不了（{reason}）。删除文件夹 node_modules/electron 后运行 npm ci 可以重装。',
    'ended-early': '窗口还没有打开，Electron 就结束了（{ending}）：{reason}',
  },
  endings: { code: '退出码 {code}', signal: '信号 {signal}' },
  noWords: '它没有说明原因',
  xvfbMissing:
    '没有显示，也没有 xvfb-run，窗口的测试不能运行。请安装它，如 Debian、Ubuntu：sudo apt-get install xvfb。',
}

export type StartWording = typeof zh

const en: StartWording = {
  fetching:
    'To open the window for the first time, Electron has to be fetched (about 110 MB, once; nothing of your library is sent).',
  progress: 'Fetching Electron: {done} / {total} MB',
  progressUnknown: 'Fetching Electron: {done} MB',
  unpacking: 'Unpacking Electron…',
  browserInstead: 'Opening in the browser instead:',
  troubles: {
    'no-display':
      'This computer has no display to open the window on. Open it on a desktop, or run npm run web.',
    'not-installed': 'Electron, which shows the window, is not installed. npm ci installs it.',
    'override-empty':
      'ELECTRON_OVERRIDE_DIST_PATH names {folder}, and Electron is not there. Correct the variable or remove it.',
    'fetch-quiet':
      'Electron could not be fetched: nothing arrived for {seconds} s. No half file was left. Check the network, or name a near mirror in ELECTRON_MIRROR, and run npm start again.',
    'fetch-slow':
      'Electron was not fetched within {minutes} minutes. No half file was left. Name a near mirror in ELECTRON_MIRROR and run npm start again.',
    'fetch-failed':
      'Electron could not be fetched ({reason}). No half file was left. Check the network, or name a mirror in ELECTRON_MIRROR, and run npm start again.',
    root: 'The window does not open for the administrator (root). Run it as an ordinary user.',
    sandbox:
      'The system does not let Electron make its sandbox, and without one the window is not opened. Allow unprivileged user namespaces (Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0), or give chrome-sandbox in {folder} to root with mode 4755.',
    'library-missing':
      'The system lacks {library}, which Electron needs. Install it, on Debian and Ubuntu: sudo apt-get install {package}.',
    'old-system':
      'This system is too old for Electron ({library} is lacking). Update it, or use the browser with npm run web.',
    'display-refused':
      'Electron cannot reach the display {display}. Run it in a desktop session, or check DISPLAY and WAYLAND_DISPLAY.',
    'not-started':
      'Electron cannot be started ({reason}). Delete the folder node_modules/electron and run npm ci to install it anew.',
    'ended-early': 'Electron ended before the window was open ({ending}): {reason}',
  },
  endings: { code: 'exit code {code}', signal: 'signal {signal}' },
  noWords: 'it did not say why',
  xvfbMissing:
    'There is no display and no xvfb-run, so the tests of the window cannot run. Install it, on Debian and Ubuntu: sudo apt-get install xvfb.',
}

const tables: Record<Language, StartWording> = { zh, en }

export function startWordingFor(language: Language): StartWording {
  return tables[language]
}
