import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Kbd.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/ask.css'
import './styles/article.css'
import './styles/basis.css'
import './styles/why.css'
import './styles/library.css'
import './styles/palette.css'
import './styles/settings.css'
import './styles/evaluate.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { toErrorBody } from '../electron/contract/errors'
import { errorSentence, languageOf } from '../electron/contract/wording/wording'
import { App } from './app'
import { connect } from './connect'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root, {
  // React empties the window after an error nobody caught; a blank one would say nothing.
  onUncaughtError: (thrown) => {
    const sentence = errorSentence(toErrorBody(thrown), languageOf(navigator.language))
    setTimeout(() => root.replaceChildren(sentence))
  },
}).render(
  <StrictMode>
    <App connection={connect()} />
  </StrictMode>,
)
